"""The versions of the tables, and how Alembic brings a database to the last of them."""
