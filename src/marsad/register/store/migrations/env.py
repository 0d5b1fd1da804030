"""What Alembic runs: apply the revisions over the connection, and in the transaction, that it is given."""

from alembic import context

from marsad.register.store.versions import TABLE

context.configure(
    connection=context.config.attributes["connection"], version_table=TABLE, transactional_ddl=True
)
with context.begin_transaction():
    context.run_migrations()
