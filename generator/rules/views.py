"""Rules about views, viewpoints, renderings and metadata usages (SysML 2.0, clauses 8.3.26 and 8.3.27)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.ir import Model, Role
from generator.rules.conditions import repeated
from generator.rules.registry import Finding, rule
from generator.rules.typing import not_one_type

__all__ = [
    "rendering_usage_type",
    "view_definition_one_rendering",
    "view_usage_one_rendering",
    "view_usage_type",
    "viewpoint_usage_type",
]


@rule("validateViewUsageType", ir.ViewUsage)
def view_usage_type(usage: ir.ViewUsage, model: Model) -> Iterator[Finding]:
    """A view is typed by one view definition.

    SysML 2.0, 8.3.26.11, ViewUsage::viewDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    part def Window;
    view outside : Window;                      // error
    ```
    Good:
    ```sysml
    view def Window;
    view outside : Window;
    ```
    """
    yield from not_one_type(usage, model, (ir.ViewDefinition,), "one view definition")


@rule("validateViewpointUsageType", ir.ViewpointUsage)
def viewpoint_usage_type(usage: ir.ViewpointUsage, model: Model) -> Iterator[Finding]:
    """A viewpoint is typed by one viewpoint definition.

    SysML 2.0, 8.3.26.8, ViewpointUsage::viewpointDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    requirement def Overview;
    viewpoint pilots : Overview;                // error
    ```
    Good:
    ```sysml
    viewpoint def Overview;
    viewpoint pilots : Overview;
    ```
    """
    yield from not_one_type(usage, model, (ir.ViewpointDefinition,), "one viewpoint definition")


@rule("validateRenderingUsageType", ir.RenderingUsage)
def rendering_usage_type(usage: ir.RenderingUsage, model: Model) -> Iterator[Finding]:
    """A rendering is typed by one rendering definition.

    SysML 2.0, 8.3.26.5, RenderingUsage::renderingDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    part def Fresco;
    rendering ceiling : Fresco;                 // error
    ```
    Good:
    ```sysml
    rendering def Fresco;
    rendering ceiling : Fresco;
    ```
    """
    yield from not_one_type(usage, model, (ir.RenderingDefinition,), "one rendering definition")


@rule("validateViewDefinitionOnlyOneViewRendering", ir.ViewDefinition)
def view_definition_one_rendering(definition: ir.ViewDefinition, model: Model) -> Iterator[Finding]:
    """A view definition is rendered in one way.

    SysML 2.0, 8.3.26.7.

    Bad:
    ```sysml
    view def Garden {
        render rendering map;
        render rendering photo;                 // error
    }
    ```
    Good:
    ```sysml
    view def Garden {
        render rendering map;
    }
    ```
    """
    yield from repeated(definition, model, Role.RENDER, "rendering")


@rule("validateViewUsageOnlyOneViewRendering", ir.ViewUsage)
def view_usage_one_rendering(usage: ir.ViewUsage, model: Model) -> Iterator[Finding]:
    """A view is rendered in one way.

    SysML 2.0, 8.3.26.11.

    Bad:
    ```sysml
    view garden {
        render rendering map;
        render rendering photo;                 // error
    }
    ```
    Good:
    ```sysml
    view garden {
        render rendering map;
    }
    ```
    """
    yield from repeated(usage, model, Role.RENDER, "rendering")
