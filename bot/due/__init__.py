"""What is done when its moment comes, one kind a file."""
