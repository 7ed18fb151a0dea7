-- SPDX-License-Identifier: GPL-3.0-or-later
-- The counts that an estimated amount was made from.

ALTER TABLE settlement ADD COLUMN prompt_estimate INTEGER;

ALTER TABLE settlement ADD COLUMN cache_hit_estimate INTEGER;

ALTER TABLE settlement ADD COLUMN completion_estimate INTEGER;
