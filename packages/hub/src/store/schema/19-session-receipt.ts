/**
 * When a session was last told of: what was received counts for how long it is kept. Of those that are there nobody has written it down,
 * so they count as received now.
 */
export const sessionReceipt = `
ALTER TABLE charging_session ADD COLUMN received_at INTEGER NOT NULL DEFAULT 0;
UPDATE charging_session SET received_at = CAST(unixepoch('subsec') * 1000 AS INTEGER);
CREATE INDEX charging_session_received ON charging_session (tenant, received_at);
`;
