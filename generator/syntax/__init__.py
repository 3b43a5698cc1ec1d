"""Text becomes a syntax tree.

Knows the notation. Must not know what names refer to. The tree classes are in `syntax.ast`.
"""
