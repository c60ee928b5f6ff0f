/**
 * Of a virtual column, and of an indexed expression in a table without row numbers, SQLite looks at each row again: what statistics
 * count by stands in columns of its own, and `deleted` in their indexes, so that they are all that is read.
 */
export const figureColumns = `
DROP INDEX alarm_figures;
DROP INDEX alarm_cleared;
DROP INDEX alarm_latency;
ALTER TABLE alarm DROP COLUMN acknowledged_at;
ALTER TABLE alarm DROP COLUMN rectified_at;
ALTER TABLE alarm DROP COLUMN closed_as;
ALTER TABLE alarm DROP COLUMN repeats;
ALTER TABLE alarm DROP COLUMN cleared_at;
ALTER TABLE alarm DROP COLUMN device_ms;
ALTER TABLE alarm ADD COLUMN acknowledged_at INTEGER;
ALTER TABLE alarm ADD COLUMN rectified_at INTEGER;
ALTER TABLE alarm ADD COLUMN closed_as TEXT;
ALTER TABLE alarm ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alarm ADD COLUMN cleared_at INTEGER;
ALTER TABLE alarm ADD COLUMN device_ms INTEGER;
UPDATE alarm SET acknowledged_at = handling ->> '$.acknowledged.at', rectified_at = handling ->> '$.rectification.rectifiedAt',
  closed_as = handling ->> '$.closure.reason',
  repeats = CASE json_type(body, '$.repeats') WHEN 'integer' THEN body ->> '$.repeats' ELSE 0 END,
  cleared_at = CASE state WHEN 'cleared' THEN time_of(body, 'clearedAt', received_at) END,
  device_ms = CASE WHEN class <> 'offline' AND body ->> '$.deviceTime' IS NULL AND occurred_at < received_at
    THEN received_at - occurred_at END;
CREATE INDEX alarm_figures ON alarm (tenant, deleted, received_at, unit_id, device_id, type, class, severity, overdue_at,
  acknowledged_at, rectified_at, closed_as, repeats);
CREATE INDEX alarm_cleared ON alarm (tenant, deleted, cleared_at, received_at, class, unit_id);
CREATE INDEX alarm_latency ON alarm (tenant, deleted, received_at, unit_id, device_id, type, device_ms, stored_at, pushed_at,
  shown_at) WHERE stored_at IS NOT NULL;
`;
