"""Deliveries, contacts heard of, incidents, news and contact points."""

from alembic import op

revision = "notify_0001"
down_revision = None
branch_labels = ("notify",)
depends_on = "chassis_0001"


def upgrade() -> None:
    """Create them."""
    op.execute(
        """
        CREATE TABLE delivery (
            id text PRIMARY KEY, dedup_key text NOT NULL, cause text NOT NULL,
            utility text NOT NULL, channel text NOT NULL, message text NOT NULL,
            urgency text NOT NULL, person_id text, recipient text NOT NULL,
            language text NOT NULL, values jsonb NOT NULL, sealed text, subject text,
            state text NOT NULL, attempts integer NOT NULL, execute_after timestamptz,
            expires_at timestamptz, provider_id text, problem text, trace text NOT NULL,
            created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
            sent_at timestamptz,
            CONSTRAINT uq_delivery_dedup_key UNIQUE (dedup_key));
        CREATE INDEX ix_delivery_due ON delivery (urgency, execute_after)
            WHERE execute_after IS NOT NULL;
        CREATE INDEX ix_delivery_list ON delivery (utility, id);
        CREATE INDEX ix_delivery_recipient ON delivery (recipient);
        CREATE INDEX ix_delivery_cause ON delivery (cause);
        CREATE INDEX ix_delivery_subject ON delivery (subject) WHERE subject IS NOT NULL;

        CREATE TABLE attempt (
            delivery_id text NOT NULL, number integer NOT NULL,
            started_at timestamptz NOT NULL, ended_at timestamptz, outcome text,
            provider_id text, problem text,
            CONSTRAINT pk_attempt PRIMARY KEY (delivery_id, number));
        CREATE UNIQUE INDEX uq_attempt_provider_id ON attempt (provider_id)
            WHERE provider_id IS NOT NULL;

        CREATE TABLE early_callback (
            provider_id text PRIMARY KEY, state text NOT NULL, error text NOT NULL,
            at timestamptz NOT NULL);

        CREATE TABLE contact (
            person_id text PRIMARY KEY, revision integer NOT NULL, name text NOT NULL,
            email text NOT NULL, mobile text, language text NOT NULL,
            firm_ids jsonb NOT NULL, staff_of jsonb NOT NULL, staff_roles jsonb NOT NULL,
            active boolean NOT NULL);
        CREATE TABLE firm_contact (
            firm_id text PRIMARY KEY, revision integer NOT NULL, orgnr text NOT NULL,
            name text NOT NULL, email text NOT NULL, language text NOT NULL,
            language_revision integer NOT NULL);
        CREATE TABLE firm_standing (
            utility text NOT NULL, firm_id text NOT NULL, revision integer NOT NULL,
            status text NOT NULL,
            CONSTRAINT pk_firm_standing PRIMARY KEY (utility, firm_id));
        CREATE TABLE utility (
            utility text PRIMARY KEY, sequence bigint NOT NULL, name text NOT NULL,
            short_name text NOT NULL, duty_phone text NOT NULL, training boolean NOT NULL);
        CREATE TABLE case_party (
            case_id text PRIMARY KEY, utility text NOT NULL, revision integer NOT NULL,
            number text, type_title jsonb NOT NULL, place text NOT NULL,
            firm_id text NOT NULL, contact_id text, caseworker_id text);
        CREATE TABLE freeze_window (
            freeze_id text PRIMARY KEY, utility text NOT NULL, revision integer NOT NULL,
            starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,
            blocks jsonb NOT NULL, reason jsonb NOT NULL, state text NOT NULL);

        CREATE TABLE on_call (
            utility text PRIMARY KEY, revision integer NOT NULL, phones jsonb NOT NULL,
            changed_at timestamptz NOT NULL);
        CREATE TABLE incident (
            reference text PRIMARY KEY, utility text NOT NULL,
            reported_at timestamptz NOT NULL, severity integer NOT NULL,
            report jsonb NOT NULL, state text NOT NULL, rung_steps integer NOT NULL,
            paged_at timestamptz, escalate_at timestamptz, acknowledged_at timestamptz,
            acknowledged_by text, resolved_at timestamptz, resolved_by text, note text,
            created_at timestamptz NOT NULL);
        CREATE INDEX ix_incident_list ON incident (utility, reported_at);
        CREATE INDEX ix_incident_escalate ON incident (escalate_at)
            WHERE escalate_at IS NOT NULL;

        CREATE TABLE news (
            utility text NOT NULL, slug text NOT NULL, title jsonb NOT NULL,
            lead jsonb NOT NULL, body jsonb NOT NULL, author text NOT NULL,
            published_at timestamptz, created_at timestamptz NOT NULL,
            updated_at timestamptz NOT NULL,
            CONSTRAINT pk_news PRIMARY KEY (utility, slug));
        CREATE TABLE public_contact (
            utility text NOT NULL, purpose text NOT NULL, place text NOT NULL,
            name text NOT NULL, phone text NOT NULL, email text NOT NULL,
            hours text NOT NULL,
            CONSTRAINT pk_public_contact PRIMARY KEY (utility, purpose, place));
        """
    )
