"""One module per reviewer; the panel finds them by this folder. Reviewers never import each other."""
