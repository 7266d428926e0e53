"""How fast, measured: run by hand with `make bench`, and never asserted in tests."""
