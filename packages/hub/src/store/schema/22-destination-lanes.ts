/** What alarms and other records met on their ways to a destination, each for itself; no row: nothing yet. */
export const destinationLanes = `
CREATE TABLE destination_lane (
  tenant TEXT NOT NULL, name TEXT NOT NULL, lane TEXT NOT NULL, fails INTEGER NOT NULL, next_at INTEGER NOT NULL,
  last_ok_at INTEGER, last_error TEXT, PRIMARY KEY (tenant, name, lane)) STRICT, WITHOUT ROWID;
INSERT INTO destination_lane SELECT tenant, name, 'alarms', fails, next_at, last_ok_at, last_error FROM destination;
INSERT INTO destination_lane SELECT tenant, name, 'records', fails, next_at, last_ok_at, last_error FROM destination;
ALTER TABLE destination DROP COLUMN fails;
ALTER TABLE destination DROP COLUMN next_at;
ALTER TABLE destination DROP COLUMN last_ok_at;
ALTER TABLE destination DROP COLUMN last_error;
`;
