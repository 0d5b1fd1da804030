"""Alembic's revisions of the register's tables; ``versions.py`` tells how to add one."""
