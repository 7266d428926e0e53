"""Three months of a sub-district, played through the real program, told or served as a page."""
