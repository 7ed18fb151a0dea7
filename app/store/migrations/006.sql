-- SPDX-License-Identifier: GPL-3.0-or-later
-- Prompts that ask for a summary of what stands above them.

ALTER TABLE message ADD COLUMN summarises_id INTEGER;
