# Generated from AIOS_EventVerification::QueueDayTest (ssot/aios/verification_events.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of what the model wants verified."""
