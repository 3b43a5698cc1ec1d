"""The resolved model: a typed graph of elements. Start at `Model`."""

from __future__ import annotations

from generator.ir.constants import *
from generator.ir.definitions import *
from generator.ir.dimensions import *
from generator.ir.elements import *
from generator.ir.expressions import *
from generator.ir.graph import *
from generator.ir.inference import *
from generator.ir.kerml import *
from generator.ir.model import *
from generator.ir.operator_types import *
from generator.ir.records import *
from generator.ir.relationships import *
from generator.ir.usages import *
from generator.ir.value_types import *
from generator.ir.walk import *
