"""The rules of supervision, pure and synchronous."""
