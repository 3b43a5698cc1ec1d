"""The syntax tree: what a model says, as written, before names are resolved.

Classes are named as in the metamodels of KerML 1.0 and SysML 2.0; every node carries the offsets
of its text. A tree is complete: printing it gives a text with the same tree.
Must not know how text becomes a tree or what names refer to.
"""

from generator.syntax.ast.base import *  # noqa: F403
from generator.syntax.ast.behaviors import *  # noqa: F403
from generator.syntax.ast.definitions import *  # noqa: F403
from generator.syntax.ast.expressions import *  # noqa: F403
from generator.syntax.ast.kernel import *  # noqa: F403
from generator.syntax.ast.names import *  # noqa: F403
from generator.syntax.ast.namespaces import *  # noqa: F403
from generator.syntax.ast.usages import *  # noqa: F403
