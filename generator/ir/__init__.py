"""The resolved model: a typed graph of elements. Start at `Model`."""

from __future__ import annotations

from generator.ir.definitions import *  # noqa: F403
from generator.ir.elements import *  # noqa: F403
from generator.ir.expressions import *  # noqa: F403
from generator.ir.kerml import *  # noqa: F403
from generator.ir.usages import *  # noqa: F403
from generator.ir.model import *  # noqa: F403
