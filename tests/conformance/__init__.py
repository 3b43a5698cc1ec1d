"""Our front end beside the expectations of a suite of annotated models (`python -m tests.conformance DIR`)."""
