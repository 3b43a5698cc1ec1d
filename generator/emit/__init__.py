"""From the resolved model to texts in memory.

A pass is a folder in `templates/`: `views.py` selects frozen views from the model, a template of the same name
shows each. Must not know syntax trees, and must not write.
"""
