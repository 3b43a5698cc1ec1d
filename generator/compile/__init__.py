"""Behaviour of the model as Python: expressions, calculations, constraints, actions and states."""
