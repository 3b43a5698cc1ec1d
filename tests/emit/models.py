"""Models from text, for tests of emit and of what comes after it."""

from __future__ import annotations

from generator.ir import Model
from generator.source import SourceFile
from generator.workspace.front import front_end
from generator.workspace.store import Store


def model_of(**texts: str) -> Model:
    """The model of some texts by file name (`__` stands for `/`), resolved with the bundled library."""
    from generator.library import bundled

    sources = [
        SourceFile(name.replace("__", "/") + ".sysml", text) for name, text in sorted(texts.items())
    ]
    model, found = front_end(sources, bundled(), Store(None))
    assert not found, found
    return model
