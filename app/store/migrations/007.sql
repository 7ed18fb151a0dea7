-- SPDX-License-Identifier: GPL-3.0-or-later
-- How services call the limit on an answer's length, where they refused the name that was expected.

CREATE TABLE limit_field (
    address TEXT NOT NULL,
    model TEXT NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('max_tokens', 'max_completion_tokens')),
    seen_ms INTEGER NOT NULL,
    PRIMARY KEY (address, model)
) STRICT, WITHOUT ROWID;
