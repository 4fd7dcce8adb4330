"""Search that forgives accents and finds firms; indexes for what the overview filters by."""

from alembic import op

revision = "cases_0003"
down_revision = "cases_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """`unaccent` is only stable, since its dictionary may change; ours names the one it uses."""
    op.execute(
        """
        CREATE FUNCTION plain_text(said text) RETURNS text
            LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, said)) $$;

        ALTER TABLE "case" DROP COLUMN search_text;
        ALTER TABLE "case" ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS
            (plain_text(coalesce(number, '') || ' ' || title || ' ' || place || ' '
            || property_text || ' ' || firm_name || ' ' || firm_orgnr)) STORED;
        CREATE INDEX ix_case_search_text ON "case" USING gin (search_text gin_trgm_ops);

        CREATE INDEX ix_case_firm_status ON "case" (utility, firm_id, status, updated_at, id);
        CREATE INDEX ix_case_queue_status ON "case" (utility, status, updated_at, id)
            WHERE submitted_at IS NOT NULL;
        CREATE INDEX ix_case_queue_type ON "case" (utility, type, updated_at, id)
            WHERE submitted_at IS NOT NULL;
        CREATE INDEX ix_case_queue_mine ON "case" (utility, caseworker_id, due_order, id)
            WHERE submitted_at IS NOT NULL;

        ALTER TABLE "case" ADD COLUMN firm_news_at timestamptz,
            ADD COLUMN utility_news_at timestamptz;
        CREATE TABLE case_seen (
            person_id text NOT NULL, case_id text NOT NULL, at timestamptz NOT NULL,
            CONSTRAINT pk_case_seen PRIMARY KEY (person_id, case_id));
        CREATE TABLE saved_view (
            id text COLLATE "C" NOT NULL CONSTRAINT pk_saved_view PRIMARY KEY,
            utility text NOT NULL, portal text NOT NULL, person_id text NOT NULL,
            name text NOT NULL, filters jsonb NOT NULL, created_at timestamptz NOT NULL,
            CONSTRAINT uq_saved_view_utility_portal_person_id_name
                UNIQUE (utility, portal, person_id, name));
        """
    )
