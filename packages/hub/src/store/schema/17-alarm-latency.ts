/**
 * How an alarm of this hub's devices went: durable, given to a live stream, painted. `device_ms`: from the device's own time to receipt,
 * where that time is believed and earlier.
 */
export const alarmLatency = `
ALTER TABLE alarm ADD COLUMN stored_at INTEGER;
ALTER TABLE alarm ADD COLUMN pushed_at INTEGER;
ALTER TABLE alarm ADD COLUMN shown_at INTEGER;
ALTER TABLE alarm ADD COLUMN device_ms INTEGER GENERATED ALWAYS AS (CASE WHEN class <> 'offline' AND
  body ->> '$.deviceTime' IS NULL AND occurred_at < received_at THEN received_at - occurred_at END) VIRTUAL;
CREATE INDEX alarm_latency ON alarm (tenant, received_at, unit_id, device_id, type, device_ms, stored_at, pushed_at, shown_at)
  WHERE stored_at IS NOT NULL AND deleted = 0;
`;
