"""What people can say, one intention a file."""
