-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where a conversation's requests begin, and what was written for one that does not exist yet.

ALTER TABLE conversation ADD COLUMN context_start_id INTEGER;

CREATE TABLE new_draft (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    text TEXT NOT NULL
) STRICT;
