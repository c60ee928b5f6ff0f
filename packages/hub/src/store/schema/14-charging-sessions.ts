/**
 * Sums by the hour in which sessions began: a whole number of them is any day, week or month of a zone whose offset is whole hours.
 * Neither is keyed by the shard: both are read by site and time, and written a few times a session.
 */
export const chargingSessions = `
CREATE TABLE charging_session (
  tenant TEXT NOT NULL, id TEXT NOT NULL, device TEXT NOT NULL, component TEXT NOT NULL, unit TEXT NOT NULL,
  order_number TEXT, started_at INTEGER NOT NULL, ended_at INTEGER, energy INTEGER, amount INTEGER, max_power INTEGER,
  end_reason TEXT, is_abnormal INTEGER NOT NULL, raw_code TEXT, PRIMARY KEY (tenant, id)) STRICT, WITHOUT ROWID;
CREATE INDEX charging_session_started ON charging_session (tenant, started_at DESC, id DESC);
CREATE INDEX charging_session_unit ON charging_session (tenant, unit, started_at DESC, id DESC);
CREATE INDEX charging_session_device ON charging_session (tenant, device, started_at DESC, id DESC);
CREATE INDEX charging_session_component ON charging_session (tenant, component, started_at DESC, id DESC);
CREATE INDEX charging_session_abnormal ON charging_session (tenant, started_at DESC, id DESC) WHERE is_abnormal = 1;
CREATE TABLE charging_hour (
  tenant TEXT NOT NULL, hour INTEGER NOT NULL, unit TEXT NOT NULL, component TEXT NOT NULL, sessions INTEGER NOT NULL,
  abnormal INTEGER NOT NULL, energy INTEGER NOT NULL, charged_ms INTEGER NOT NULL, ends TEXT NOT NULL,
  PRIMARY KEY (tenant, hour, unit, component)) STRICT, WITHOUT ROWID;
CREATE INDEX charging_hour_unit ON charging_hour (tenant, unit, hour);
CREATE INDEX device_charging ON device (tenant, unit_id, id) WHERE type = 'chargingPile' AND deleted = 0;
`;
