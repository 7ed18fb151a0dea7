-- SPDX-License-Identifier: GPL-3.0-or-later
-- What each request and its answer looked like on the wire. Goes with the message that it paid for.

CREATE TABLE exchange (
    request_id INTEGER PRIMARY KEY REFERENCES request (id),
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    base_id INTEGER,
    base_bytes INTEGER NOT NULL DEFAULT 0,
    method TEXT NOT NULL,
    url TEXT NOT NULL,
    request_headers TEXT NOT NULL,
    request_body BLOB NOT NULL,
    request_sha256 BLOB NOT NULL,
    status INTEGER,
    response_headers TEXT NOT NULL DEFAULT '',
    response_body BLOB,
    cut_at INTEGER NOT NULL DEFAULT 0,
    cut_bytes INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX exchange_by_message ON exchange (message_id, request_id);
