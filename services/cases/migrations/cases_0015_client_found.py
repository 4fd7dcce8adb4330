"""A search finds a case by whom it is for."""

from alembic import op

revision = "cases_0015"
down_revision = "cases_0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was sent in holds only answers that were shown; a draft is read again when it is saved.

    What PostgreSQL computes cannot be altered, only made anew.
    """
    op.execute(
        """
        ALTER TABLE "case" ADD COLUMN client_text text NOT NULL DEFAULT '';
        UPDATE "case" SET client_text = trim(
            coalesce(form->>'business_name', form->>'owner_name') || ' '
            || coalesce(form->>'business_orgnr', form->>'owner_orgnr', ''))
            WHERE form ? 'business_name' OR form ? 'owner_name';
        ALTER TABLE "case" ALTER COLUMN client_text DROP DEFAULT;

        ALTER TABLE "case" DROP COLUMN search, DROP COLUMN search_text, DROP COLUMN pieces;
        ALTER TABLE "case"
            ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS
                (to_tsvector('norwegian', coalesce(number, '') || ' ' || title || ' ' || place
                || ' ' || property_text || ' ' || type_text || ' ' || firm_name
                || ' ' || client_text)) STORED,
            ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS
                (plain_text(coalesce(number, '') || ' ' || coalesce(substr(number, 9), '') || ' '
                || title || ' ' || place || ' ' || property_text || ' ' || firm_name || ' '
                || firm_orgnr || ' ' || client_text)) STORED,
            ADD COLUMN pieces tsvector NOT NULL GENERATED ALWAYS AS
                (pieces_of(coalesce(number, '') || ' ' || coalesce(substr(number, 9), '') || ' '
                || title || ' ' || place || ' ' || property_text || ' ' || firm_name || ' '
                || firm_orgnr || ' ' || client_text)) STORED;
        CREATE INDEX ix_case_search ON "case" USING gin (search);
        CREATE INDEX ix_case_search_text ON "case" USING gin (search_text gin_trgm_ops);
        CREATE INDEX ix_case_pieces ON "case" USING gin (pieces);
        """
    )
