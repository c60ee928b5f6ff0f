export const latestReadings = `
CREATE TABLE latest_reading (
  shard INTEGER NOT NULL, tenant TEXT NOT NULL, device TEXT NOT NULL, component TEXT NOT NULL, quantity TEXT NOT NULL,
  at INTEGER NOT NULL, received_at INTEGER NOT NULL, value INTEGER NOT NULL, quality TEXT NOT NULL,
  written_at INTEGER NOT NULL, PRIMARY KEY (shard, tenant, device, component, quantity)) STRICT, WITHOUT ROWID;
`;
