-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pinned and unread conversations, and the Trash.

ALTER TABLE conversation ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));

ALTER TABLE conversation ADD COLUMN unread INTEGER NOT NULL DEFAULT 0 CHECK (unread IN (0, 1));

ALTER TABLE conversation ADD COLUMN trashed_ms INTEGER;

CREATE INDEX conversation_in_trash ON conversation (trashed_ms) WHERE trashed_ms IS NOT NULL;
