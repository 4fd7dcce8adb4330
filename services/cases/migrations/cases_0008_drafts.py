"""What is written in drafts save by save, where they come from, and when they expire."""

from alembic import op

revision = "cases_0008"
down_revision = "cases_0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drafts there are already have no earlier versions.

    Only the last word of a search is taken for a beginning: it is the one being typed, and a
    beginning that half of all cases share is slow to gather.
    """
    op.execute(
        """
        ALTER TABLE "case"
            ADD COLUMN origin jsonb NOT NULL DEFAULT '{}',
            ADD COLUMN edited_by_id text, ADD COLUMN edited_by_name text,
            ADD COLUMN edited_at timestamptz, ADD COLUMN reminded_at timestamptz;
        ALTER TABLE "case" ALTER COLUMN origin DROP DEFAULT;
        CREATE INDEX ix_case_draft_age ON "case" (updated_at) WHERE status = 'draft';

        CREATE TABLE draft_change (
            case_id text NOT NULL, version integer NOT NULL, at timestamptz NOT NULL,
            by_id text NOT NULL, by_name text NOT NULL, page text NOT NULL,
            before jsonb NOT NULL, after jsonb NOT NULL,
            CONSTRAINT pk_draft_change PRIMARY KEY (case_id, version));

        CREATE INDEX ix_case_queue_turn ON "case" (utility, ball, updated_at, id)
            WHERE submitted_at IS NOT NULL;
        CREATE INDEX ix_case_queue_free ON "case" (utility, due_order, id)
            WHERE submitted_at IS NOT NULL AND caseworker_id IS NULL;
        CREATE OR REPLACE FUNCTION beginnings(asked text) RETURNS tsquery
            LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            AS $$ SELECT coalesce(string_agg(quote_literal(piece)
                    || CASE WHEN at < last OR piece ~ '^([0-9]{1,3}|.)$'
                       THEN '' ELSE ':*' END, ' & ' ORDER BY at), '')::tsquery
                FROM (SELECT piece, at, max(at) OVER () AS last
                    FROM regexp_split_to_table(plain_text(asked), '[\\s,;\\x27\\x5c]+')
                        WITH ORDINALITY AS split(piece, at)
                    WHERE piece <> '') AS numbered $$;
        """
    )
