"""Search that forgives accents and finds firms; indexes for what the overview filters by."""

from alembic import op

revision = "cases_0003"
down_revision = "cases_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """`unaccent` is only stable, since its dictionary may change; ours names the one it uses.

    A number of three digits is a house number and meant whole; all else may be begun.
    """
    op.execute(
        """
        CREATE FUNCTION plain_text(said text) RETURNS text
            LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, said)) $$;

        CREATE FUNCTION pieces_of(said text) RETURNS tsvector
            LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            AS $$ SELECT array_to_tsvector(array_remove(
                regexp_split_to_array(plain_text(said), '[\\s,;\\x27\\x5c]+'), '')) $$;
        CREATE FUNCTION beginnings(asked text) RETURNS tsquery
            LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            AS $$ SELECT coalesce(string_agg(quote_literal(piece)
                    || CASE WHEN piece ~ '^([0-9]{1,3}|.)$' THEN '' ELSE ':*' END, ' & '), '')
                ::tsquery
                FROM regexp_split_to_table(plain_text(asked), '[\\s,;\\x27\\x5c]+') AS piece
                WHERE piece <> '' $$;

        ALTER TABLE "case" DROP COLUMN search_text;
        ALTER TABLE "case" ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS
            (plain_text(coalesce(number, '') || ' ' || coalesce(substr(number, 9), '') || ' '
            || title || ' ' || place || ' ' || property_text || ' ' || firm_name || ' '
            || firm_orgnr)) STORED;
        ALTER TABLE "case" ADD COLUMN pieces tsvector NOT NULL GENERATED ALWAYS AS
            (pieces_of(coalesce(number, '') || ' ' || coalesce(substr(number, 9), '') || ' '
            || title || ' ' || place || ' ' || property_text || ' ' || firm_name || ' '
            || firm_orgnr)) STORED;
        CREATE INDEX ix_case_search_text ON "case" USING gin (search_text gin_trgm_ops);
        CREATE INDEX ix_case_pieces ON "case" USING gin (pieces);

        ALTER TABLE "case" ADD COLUMN ball text NOT NULL DEFAULT 'nobody';
        UPDATE "case" SET ball = CASE
            WHEN status IN ('draft', 'information_requested') THEN 'firm'
            WHEN status IN ('submitted', 'received', 'in_progress', 'supplemented',
                            'awaiting_approval') THEN 'utility' ELSE 'nobody' END;
        ALTER TABLE "case" ALTER COLUMN ball DROP DEFAULT;
        CREATE INDEX ix_case_queue_ball ON "case" (utility, ball, due_order, id)
            WHERE submitted_at IS NOT NULL;
        CREATE INDEX ix_case_firm_type ON "case" (utility, firm_id, type, updated_at, id);
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
