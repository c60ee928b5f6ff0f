/**
 * Tables follow rules that PostgreSQL and its relatives share: STRICT, integer milliseconds, no rowid keys, keys that contain the
 * shard (hash of the device), sort columns NOT NULL. `frame`, `undecodable` and `change` are keyed by what grows with time
 * instead, so that a commit of many devices appends to one page.
 */
export const firstLight = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE operator (
  tenant TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, version INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL, PRIMARY KEY (tenant, id)) STRICT, WITHOUT ROWID;
CREATE INDEX operator_updated ON operator (tenant, updated_at, id);

CREATE TABLE unit (
  tenant TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, version INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL, operator_id TEXT NOT NULL, PRIMARY KEY (tenant, id)) STRICT, WITHOUT ROWID;
CREATE INDEX unit_updated ON unit (tenant, updated_at, id);
CREATE INDEX unit_operator_id ON unit (tenant, operator_id, id);

CREATE TABLE device (
  tenant TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, version INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL, unit_id TEXT NOT NULL, operator_id TEXT NOT NULL, presence TEXT NOT NULL,
  status TEXT NOT NULL, wire_address TEXT NOT NULL, PRIMARY KEY (tenant, id)) STRICT, WITHOUT ROWID;
CREATE INDEX device_updated ON device (tenant, updated_at, id);
CREATE INDEX device_unit_id ON device (tenant, unit_id, id, deleted);
CREATE INDEX device_operator_id ON device (tenant, operator_id, id);
CREATE INDEX device_presence ON device (tenant, presence, id);
CREATE INDEX device_status ON device (tenant, status, id);

CREATE TABLE component (
  tenant TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, version INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL, device_id TEXT NOT NULL, component_key TEXT NOT NULL, PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX component_updated ON component (tenant, updated_at, id);
CREATE INDEX component_device_id ON component (tenant, device_id, id, deleted);

CREATE TABLE alarm (
  tenant TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, version INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL, received_at INTEGER NOT NULL, device_id TEXT NOT NULL, unit_id TEXT NOT NULL,
  state TEXT NOT NULL, class TEXT NOT NULL, PRIMARY KEY (tenant, id)) STRICT, WITHOUT ROWID;
CREATE INDEX alarm_updated ON alarm (tenant, updated_at, id);
CREATE INDEX alarm_received ON alarm (tenant, received_at DESC, id);
CREATE INDEX alarm_device_id ON alarm (tenant, device_id, received_at DESC, id);
CREATE INDEX alarm_unit_id ON alarm (tenant, unit_id, received_at DESC, id);
CREATE INDEX alarm_state ON alarm (tenant, state, received_at DESC, id);
CREATE INDEX alarm_class ON alarm (tenant, class, received_at DESC, id);

CREATE TABLE feed (
  tenant TEXT NOT NULL, feed INTEGER NOT NULL, head INTEGER NOT NULL, oldest INTEGER NOT NULL,
  PRIMARY KEY (tenant, feed)) STRICT, WITHOUT ROWID;
CREATE TABLE change (
  tenant TEXT NOT NULL, feed INTEGER NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
  version INTEGER NOT NULL, at INTEGER NOT NULL, deleted INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (tenant, feed, position)) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
  shard INTEGER NOT NULL, tenant TEXT NOT NULL, device TEXT NOT NULL, at INTEGER NOT NULL, part INTEGER NOT NULL,
  received_at INTEGER NOT NULL, measured TEXT NOT NULL, PRIMARY KEY (shard, tenant, device, at, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE frame (
  id BLOB PRIMARY KEY, tenant TEXT NOT NULL, shard INTEGER NOT NULL, protocol TEXT NOT NULL,
  wire_address TEXT NOT NULL, device TEXT, received_at INTEGER NOT NULL, remote TEXT NOT NULL, bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE undecodable (
  id BLOB PRIMARY KEY, tenant TEXT NOT NULL, protocol TEXT NOT NULL, received_at INTEGER NOT NULL,
  remote TEXT NOT NULL, bytes BLOB NOT NULL, error TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE device_state (
  shard INTEGER NOT NULL, tenant TEXT NOT NULL, key TEXT NOT NULL, state TEXT NOT NULL,
  PRIMARY KEY (shard, tenant, key)) STRICT, WITHOUT ROWID;

CREATE TABLE stranger (
  tenant TEXT NOT NULL, protocol TEXT NOT NULL, wire_address TEXT NOT NULL, first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL, frames INTEGER NOT NULL, PRIMARY KEY (tenant, protocol, wire_address)
) STRICT, WITHOUT ROWID;
CREATE TABLE unclaimed_alarm (
  tenant TEXT NOT NULL, protocol TEXT NOT NULL, wire_address TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (tenant, protocol, wire_address, id)) STRICT, WITHOUT ROWID;

CREATE TABLE destination (
  tenant TEXT NOT NULL, name TEXT NOT NULL, url TEXT NOT NULL, fails INTEGER NOT NULL, next_at INTEGER NOT NULL,
  last_ok_at INTEGER, last_error TEXT, PRIMARY KEY (tenant, name)) STRICT, WITHOUT ROWID;
CREATE TABLE outbox (
  shard INTEGER NOT NULL, tenant TEXT NOT NULL, destination TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
  version INTEGER NOT NULL, since INTEGER NOT NULL, dead INTEGER NOT NULL, error TEXT,
  PRIMARY KEY (shard, tenant, destination, kind, id)) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_due ON outbox (tenant, destination, dead, kind, since, id);

CREATE TABLE credential (
  id TEXT PRIMARY KEY, tenant TEXT NOT NULL, name TEXT NOT NULL, purpose TEXT NOT NULL, hash BLOB NOT NULL,
  created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX credential_hash ON credential (hash);
`;
