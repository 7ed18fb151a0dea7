-- SPDX-License-Identifier: GPL-3.0-or-later
-- Statements are separated by blank lines and hold none themselves. Never edited once released: a change is a further file.
-- What everything means stands in app/store/SCHEMA.md.

CREATE TABLE account (
    provider TEXT NOT NULL,
    key_mark TEXT NOT NULL,
    currency TEXT NOT NULL,
    seen_ms INTEGER NOT NULL,
    PRIMARY KEY (provider, key_mark)
) STRICT, WITHOUT ROWID;

ALTER TABLE request ADD COLUMN price_book TEXT;

ALTER TABLE request ADD COLUMN currency TEXT;
