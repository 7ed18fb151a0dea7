-- SPDX-License-Identifier: GPL-3.0-or-later
-- Statements are separated by blank lines and hold none themselves. Never edited once released: a change is a further file.
-- What everything means stands in app/store/SCHEMA.md.

-- "Penn"
PRAGMA application_id = 0x50656e6e;

CREATE TABLE process (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token TEXT NOT NULL UNIQUE,
    pid INTEGER NOT NULL,
    started_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE conversation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    current_leaf_id INTEGER,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    thinking TEXT NOT NULL DEFAULT 'default',
    effort TEXT NOT NULL DEFAULT 'default',
    temperature_hundredths INTEGER,
    max_tokens INTEGER,
    json_mode INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL,
    draft TEXT NOT NULL DEFAULT '',
    system_prompt TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX conversation_by_updated ON conversation (updated_ms DESC, id DESC);

CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    parent_id INTEGER REFERENCES message (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
    status TEXT NOT NULL CHECK (status IN ('streaming', 'complete', 'interrupted', 'failed')),
    process_id INTEGER,
    created_ms INTEGER NOT NULL,
    provider TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    finish_reason TEXT NOT NULL DEFAULT '',
    reasoning_ms INTEGER NOT NULL DEFAULT 0,
    error_kind TEXT NOT NULL DEFAULT '',
    error_status INTEGER NOT NULL DEFAULT 0,
    error_charged TEXT NOT NULL DEFAULT '',
    error_detail TEXT NOT NULL DEFAULT '',
    reasoning TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX message_by_conversation ON message (conversation_id, id);

CREATE INDEX message_by_parent ON message (parent_id);

CREATE INDEX message_reply ON message (conversation_id, id, provider, model) WHERE role = 'assistant';

CREATE INDEX message_streaming ON message (process_id) WHERE status = 'streaming';

CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    process_id INTEGER NOT NULL,
    written_ms INTEGER NOT NULL,
    text TEXT NOT NULL,
    reasoning TEXT NOT NULL
) STRICT;

CREATE INDEX journal_by_message ON journal (message_id, id);

CREATE TABLE request (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id INTEGER,
    message_id INTEGER,
    process_id INTEGER NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    billable INTEGER NOT NULL CHECK (billable IN (0, 1)),
    sent_ms INTEGER NOT NULL,
    utc_offset_minutes INTEGER NOT NULL,
    request_bytes INTEGER NOT NULL,
    attempt INTEGER NOT NULL
) STRICT;

CREATE INDEX request_by_conversation ON request (conversation_id, id);

CREATE INDEX request_by_model ON request (provider, model, id);

CREATE INDEX request_by_process ON request (process_id, id);

CREATE TABLE settlement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id INTEGER NOT NULL REFERENCES request (id),
    settled_ms INTEGER NOT NULL,
    sent_ms INTEGER NOT NULL,
    first_byte_ms INTEGER,
    first_reasoning_ms INTEGER,
    first_text_ms INTEGER,
    end_ms INTEGER,
    model_answered TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    finish_reason TEXT NOT NULL,
    prompt_tokens INTEGER,
    cache_hit_tokens INTEGER,
    cache_miss_tokens INTEGER,
    completion_tokens INTEGER,
    reasoning_tokens INTEGER,
    output_bytes INTEGER NOT NULL,
    currency TEXT,
    amount_picos INTEGER,
    low_picos INTEGER,
    high_picos INTEGER,
    saved_picos INTEGER,
    source TEXT NOT NULL CHECK (source IN ('provider', 'computed', 'estimated', 'unknown')),
    confidence TEXT NOT NULL,
    price_row TEXT NOT NULL,
    price_hit_micros INTEGER,
    price_miss_micros INTEGER,
    price_output_micros INTEGER,
    error_kind TEXT NOT NULL,
    error_status INTEGER NOT NULL,
    CHECK (currency IS NOT NULL OR (amount_picos IS NULL AND low_picos IS NULL AND high_picos IS NULL AND saved_picos IS NULL))
) STRICT;

CREATE INDEX settlement_by_request ON settlement (request_id, id);

CREATE TRIGGER request_is_never_replaced BEFORE INSERT ON request WHEN EXISTS (SELECT 1 FROM request WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER request_is_never_changed BEFORE UPDATE ON request
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER request_is_never_deleted BEFORE DELETE ON request
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER settlement_is_never_replaced BEFORE INSERT ON settlement WHEN EXISTS (SELECT 1 FROM settlement WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER settlement_is_never_changed BEFORE UPDATE ON settlement
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER settlement_is_never_deleted BEFORE DELETE ON settlement
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TABLE rollup (
    conversation_id INTEGER NOT NULL,
    currency TEXT NOT NULL,
    day TEXT NOT NULL,
    hour INTEGER NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    open INTEGER NOT NULL DEFAULT 0,
    unbilled INTEGER NOT NULL DEFAULT 0,
    requests INTEGER NOT NULL DEFAULT 0,
    estimated INTEGER NOT NULL DEFAULT 0,
    unpriced INTEGER NOT NULL DEFAULT 0,
    hit_tokens INTEGER NOT NULL DEFAULT 0,
    miss_tokens INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0,
    amount_picos INTEGER NOT NULL DEFAULT 0,
    saved_picos INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation_id, currency, day, hour, provider, model)
) STRICT, WITHOUT ROWID;

CREATE INDEX rollup_by_day ON rollup (day);

-- What one settlement of a billable request adds to the rollup. Token counts are cut at 10^12, so that no service can make the
-- sums overflow by telling nonsense.
CREATE VIEW rollup_share AS
SELECT
    s.id AS settlement_id,
    coalesce(r.conversation_id, 0) AS conversation_id,
    CASE WHEN s.amount_picos IS NULL THEN '' ELSE s.currency END AS currency,
    date(r.sent_ms / 1000 + r.utc_offset_minutes * 60, 'unixepoch') AS day,
    CAST(strftime('%H', r.sent_ms / 1000 + r.utc_offset_minutes * 60, 'unixepoch') AS INTEGER) AS hour,
    r.provider AS provider,
    r.model AS model,
    CASE WHEN s.amount_picos IS NOT NULL AND s.source = 'estimated' THEN 1 ELSE 0 END AS estimated,
    CASE WHEN s.amount_picos IS NULL THEN 1 ELSE 0 END AS unpriced,
    max(0, min(coalesce(s.cache_hit_tokens, 0), 1000000000000)) AS hit_tokens,
    max(0, min(coalesce(s.cache_miss_tokens, s.prompt_tokens - coalesce(s.cache_hit_tokens, 0), 0), 1000000000000)) AS miss_tokens,
    max(0, min(coalesce(s.completion_tokens, 0), 1000000000000)) AS output_tokens,
    coalesce(s.amount_picos, 0) AS amount_picos,
    CASE WHEN s.amount_picos IS NULL THEN 0 ELSE coalesce(s.saved_picos, 0) END AS saved_picos
FROM settlement s JOIN request r ON r.id = s.request_id
WHERE r.billable = 1;

CREATE TRIGGER rollup_takes_request AFTER INSERT ON request
BEGIN
    INSERT INTO rollup (conversation_id, currency, day, hour, provider, model, open, unbilled)
    VALUES (
        coalesce(NEW.conversation_id, 0),
        '',
        date(NEW.sent_ms / 1000 + NEW.utc_offset_minutes * 60, 'unixepoch'),
        CAST(strftime('%H', NEW.sent_ms / 1000 + NEW.utc_offset_minutes * 60, 'unixepoch') AS INTEGER),
        NEW.provider,
        NEW.model,
        NEW.billable,
        1 - NEW.billable)
    ON CONFLICT DO UPDATE SET open = open + excluded.open, unbilled = unbilled + excluded.unbilled;
END;

CREATE TRIGGER rollup_takes_settlement AFTER INSERT ON settlement
BEGIN
    -- the first settlement of a request closes it
    UPDATE rollup SET open = open - 1
    FROM rollup_share share
    WHERE share.settlement_id = NEW.id
        AND NOT EXISTS (SELECT 1 FROM settlement s WHERE s.request_id = NEW.request_id AND s.id < NEW.id)
        AND rollup.conversation_id = share.conversation_id
        AND rollup.currency = ''
        AND rollup.day = share.day
        AND rollup.hour = share.hour
        AND rollup.provider = share.provider
        AND rollup.model = share.model;
    -- a further one takes the place of the one before it
    UPDATE rollup SET
        requests = requests - 1,
        estimated = rollup.estimated - share.estimated,
        unpriced = rollup.unpriced - share.unpriced,
        hit_tokens = rollup.hit_tokens - share.hit_tokens,
        miss_tokens = rollup.miss_tokens - share.miss_tokens,
        output_tokens = rollup.output_tokens - share.output_tokens,
        amount_picos = rollup.amount_picos - share.amount_picos,
        saved_picos = rollup.saved_picos - share.saved_picos
    FROM rollup_share share
    WHERE share.settlement_id = (SELECT max(s.id) FROM settlement s WHERE s.request_id = NEW.request_id AND s.id < NEW.id)
        AND rollup.conversation_id = share.conversation_id
        AND rollup.currency = share.currency
        AND rollup.day = share.day
        AND rollup.hour = share.hour
        AND rollup.provider = share.provider
        AND rollup.model = share.model;
    INSERT INTO rollup (
        conversation_id, currency, day, hour, provider, model,
        requests, estimated, unpriced, hit_tokens, miss_tokens, output_tokens, amount_picos, saved_picos)
    SELECT
        conversation_id, currency, day, hour, provider, model,
        1, estimated, unpriced, hit_tokens, miss_tokens, output_tokens, amount_picos, saved_picos
    FROM rollup_share WHERE settlement_id = NEW.id
    ON CONFLICT DO UPDATE SET
        requests = requests + 1,
        estimated = estimated + excluded.estimated,
        unpriced = unpriced + excluded.unpriced,
        hit_tokens = hit_tokens + excluded.hit_tokens,
        miss_tokens = miss_tokens + excluded.miss_tokens,
        output_tokens = output_tokens + excluded.output_tokens,
        amount_picos = amount_picos + excluded.amount_picos,
        saved_picos = saved_picos + excluded.saved_picos;
END;

CREATE VIEW v_messages AS
SELECT
    m.id AS id,
    m.conversation_id AS conversation,
    c.title AS title,
    m.parent_id AS parent,
    m.role AS role,
    m.status AS status,
    strftime('%Y-%m-%dT%H:%M:%S', m.created_ms / 1000, 'unixepoch')
        || CASE WHEN m.created_ms % 1000 THEN printf('.%03d', m.created_ms % 1000) ELSE '' END || 'Z' AS created,
    nullif(m.provider, '') AS provider,
    nullif(m.model, '') AS model,
    nullif(m.finish_reason, '') AS finish_reason,
    nullif(m.error_kind, '') AS error_kind,
    nullif(m.error_status, 0) AS error_status,
    nullif(m.error_charged, '') AS error_charged,
    nullif(m.reasoning_ms, 0) AS reasoning_ms,
    m.reasoning AS reasoning,
    m.text AS text
FROM message m JOIN conversation c ON c.id = m.conversation_id;

CREATE VIEW v_requests AS
SELECT
    r.id AS id,
    r.conversation_id AS conversation,
    r.message_id AS message,
    r.provider AS provider,
    r.model AS model,
    nullif(s.model_answered, '') AS model_answered,
    r.billable AS billable,
    r.attempt AS attempt,
    strftime('%Y-%m-%dT%H:%M:%S', r.sent_ms / 1000, 'unixepoch')
        || CASE WHEN r.sent_ms % 1000 THEN printf('.%03d', r.sent_ms % 1000) ELSE '' END || 'Z' AS sent,
    date(r.sent_ms / 1000 + r.utc_offset_minutes * 60, 'unixepoch') AS local_day,
    r.request_bytes AS request_bytes,
    CASE WHEN s.id IS NULL THEN 'open' WHEN s.error_kind <> '' THEN 'failed' ELSE 'settled' END AS state,
    s.prompt_tokens AS prompt_tokens,
    s.cache_hit_tokens AS cache_hit_tokens,
    s.cache_miss_tokens AS cache_miss_tokens,
    s.completion_tokens AS completion_tokens,
    s.reasoning_tokens AS reasoning_tokens,
    s.output_bytes AS output_bytes,
    rtrim(rtrim(CASE WHEN s.amount_picos < 0 THEN '-' ELSE '' END || (abs(s.amount_picos) / 1000000000000) || '.'
        || substr('000000000000' || (abs(s.amount_picos) % 1000000000000), -12), '0'), '.') AS amount,
    s.currency AS currency,
    s.amount_picos AS amount_picos,
    rtrim(rtrim(CASE WHEN s.low_picos < 0 THEN '-' ELSE '' END || (abs(s.low_picos) / 1000000000000) || '.'
        || substr('000000000000' || (abs(s.low_picos) % 1000000000000), -12), '0'), '.') AS low,
    rtrim(rtrim(CASE WHEN s.high_picos < 0 THEN '-' ELSE '' END || (abs(s.high_picos) / 1000000000000) || '.'
        || substr('000000000000' || (abs(s.high_picos) % 1000000000000), -12), '0'), '.') AS high,
    s.source AS source,
    nullif(s.confidence, '') AS confidence,
    nullif(s.price_row, '') AS price_row,
    rtrim(rtrim(CASE WHEN s.price_hit_micros < 0 THEN '-' ELSE '' END || (abs(s.price_hit_micros) / 1000000) || '.'
        || substr('000000' || (abs(s.price_hit_micros) % 1000000), -6), '0'), '.') AS price_hit,
    rtrim(rtrim(CASE WHEN s.price_miss_micros < 0 THEN '-' ELSE '' END || (abs(s.price_miss_micros) / 1000000) || '.'
        || substr('000000' || (abs(s.price_miss_micros) % 1000000), -6), '0'), '.') AS price_miss,
    rtrim(rtrim(CASE WHEN s.price_output_micros < 0 THEN '-' ELSE '' END || (abs(s.price_output_micros) / 1000000) || '.'
        || substr('000000' || (abs(s.price_output_micros) % 1000000), -6), '0'), '.') AS price_output,
    s.first_byte_ms - s.sent_ms AS first_byte_after_ms,
    s.first_reasoning_ms - s.sent_ms AS first_reasoning_after_ms,
    s.first_text_ms - s.sent_ms AS first_text_after_ms,
    s.end_ms - s.sent_ms AS total_ms,
    nullif(s.finish_reason, '') AS finish_reason,
    nullif(s.fingerprint, '') AS fingerprint,
    nullif(s.error_kind, '') AS error_kind,
    nullif(s.error_status, 0) AS error_status
FROM request r
LEFT JOIN settlement s ON s.id = (SELECT max(latest.id) FROM settlement latest WHERE latest.request_id = r.id);

CREATE VIEW v_spend_by_day AS
SELECT
    day,
    nullif(currency, '') AS currency,
    CASE WHEN currency <> '' THEN rtrim(rtrim(CASE WHEN sum(amount_picos) < 0 THEN '-' ELSE '' END || (abs(sum(amount_picos)) / 1000000000000) || '.'
        || substr('000000000000' || (abs(sum(amount_picos)) % 1000000000000), -12), '0'), '.') END AS amount,
    CASE WHEN currency <> '' THEN sum(amount_picos) END AS amount_picos,
    sum(requests) AS requests,
    sum(estimated) AS estimated,
    sum(unpriced) AS unpriced,
    sum(hit_tokens) AS hit_tokens,
    sum(miss_tokens) AS miss_tokens,
    sum(output_tokens) AS output_tokens
FROM rollup
GROUP BY day, rollup.currency
HAVING sum(requests) > 0
ORDER BY day, rollup.currency;
