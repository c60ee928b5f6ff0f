import type { DatabaseSync } from "node:sqlite";
import type { JsonObject, RecordKind } from "../ports/store.ts";
import { keptValue, searchColumn, timeOf } from "./record-table.ts";
import { shardOf } from "./shard.ts";

/**
 * One step each, in order; the database says in `user_version` how many it has taken. A released step is never edited.
 * Tables follow rules that PostgreSQL and its relatives share: STRICT, integer milliseconds, no rowid keys, keys that
 * contain the shard (hash of the device), sort columns NOT NULL. `frame`, `undecodable` and `change` are keyed by what
 * grows with time instead, so that a commit of many devices appends to one page.
 */
const migrations: readonly string[] = [
  `
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
`,
  `
CREATE TABLE access (
  tenant TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, version INTEGER NOT NULL,
  lookup BLOB, expires_at INTEGER, PRIMARY KEY (tenant, kind, id)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX access_lookup ON access (kind, lookup) WHERE lookup IS NOT NULL;
CREATE INDEX access_expires ON access (expires_at) WHERE expires_at IS NOT NULL;
CREATE TABLE audit (
  tenant TEXT NOT NULL, sequence INTEGER NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL,
  act TEXT NOT NULL, entry TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (tenant, sequence)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX audit_id ON audit (tenant, id);
INSERT INTO access SELECT tenant, 'key', id, json_object('name', name, 'role', 'platform', 'scope', json('{}'),
  'scopes', NULL, 'createdAt', created_at, 'createdBy', 'hub', 'hint', 'da_', 'lastUsedAt', NULL), 1, hash, expires_at
  FROM credential WHERE purpose = 'key';
DROP TABLE credential;
`,
  // Alarms are most of the changes and have an account of their own: the index leaves them out.
  `
ALTER TABLE change ADD COLUMN actor TEXT;
CREATE INDEX change_record ON change (tenant, kind, id, version) WHERE kind <> 'alarm';
`,
  // What a device was, from one version of its record on. Devices that are there already begin with what they are now.
  `
ALTER TABLE operator ADD COLUMN edited INTEGER NOT NULL DEFAULT 1;
ALTER TABLE unit ADD COLUMN edited INTEGER NOT NULL DEFAULT 1;
ALTER TABLE device ADD COLUMN edited INTEGER NOT NULL DEFAULT 1;
ALTER TABLE component ADD COLUMN edited INTEGER NOT NULL DEFAULT 1;
ALTER TABLE alarm ADD COLUMN edited INTEGER NOT NULL DEFAULT 1;
UPDATE operator SET edited = version;
UPDATE unit SET edited = version;
UPDATE device SET edited = version;
UPDATE component SET edited = version;
UPDATE alarm SET edited = version;
CREATE TABLE presence_change (
  shard INTEGER NOT NULL, tenant TEXT NOT NULL, device TEXT NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL,
  unit TEXT NOT NULL, presence TEXT NOT NULL, before TEXT NOT NULL, heard_at INTEGER,
  PRIMARY KEY (shard, tenant, device, version)) STRICT, WITHOUT ROWID;
CREATE INDEX presence_change_at ON presence_change (tenant, at, device, version);
CREATE INDEX presence_change_unit ON presence_change (tenant, unit, at, device, version);
INSERT INTO presence_change SELECT shard_of(id), tenant, id, version, updated_at, unit_id, presence, '', NULL
  FROM device WHERE deleted = 0 AND presence <> '';
`,
  // What lists are filtered by. An alarm has its unit's region and place, so that a page of a region's alarms is one walk.
  `
ALTER TABLE operator ADD COLUMN search TEXT NOT NULL DEFAULT '';
UPDATE operator SET search = search_of('operator', body);

ALTER TABLE unit ADD COLUMN region_code TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN place_type TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN search TEXT NOT NULL DEFAULT '';
UPDATE unit SET region_code = text_of(body, 'regionCode'), place_type = text_of(body, 'placeType'),
  search = search_of('unit', body);
CREATE INDEX unit_place_type ON unit (tenant, place_type, id);
CREATE INDEX unit_region_6 ON unit (tenant, substr(region_code, 1, 6), id) WHERE length(region_code) >= 6;
CREATE INDEX unit_region_9 ON unit (tenant, substr(region_code, 1, 9), id) WHERE length(region_code) >= 9;
CREATE INDEX unit_region_12 ON unit (tenant, substr(region_code, 1, 12), id) WHERE length(region_code) >= 12;

ALTER TABLE device ADD COLUMN type TEXT NOT NULL DEFAULT '';
ALTER TABLE device ADD COLUMN search TEXT NOT NULL DEFAULT '';
UPDATE device SET type = text_of(body, 'type'), search = search_of('device', body);
CREATE INDEX device_type ON device (tenant, type, id);

ALTER TABLE component ADD COLUMN status TEXT NOT NULL DEFAULT '';
UPDATE component SET status = text_of(body, 'status');
CREATE INDEX component_status ON component (tenant, status, id);

ALTER TABLE alarm ADD COLUMN type TEXT NOT NULL DEFAULT '';
ALTER TABLE alarm ADD COLUMN severity TEXT NOT NULL DEFAULT '';
ALTER TABLE alarm ADD COLUMN occurred_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alarm ADD COLUMN region_code TEXT NOT NULL DEFAULT '';
ALTER TABLE alarm ADD COLUMN place_type TEXT NOT NULL DEFAULT '';
UPDATE alarm SET type = text_of(body, 'type'), severity = text_of(body, 'severity'),
  occurred_at = occurred_of(body, received_at),
  region_code = coalesce((SELECT region_code FROM unit WHERE unit.tenant = alarm.tenant AND unit.id = alarm.unit_id), ''),
  place_type = coalesce((SELECT place_type FROM unit WHERE unit.tenant = alarm.tenant AND unit.id = alarm.unit_id), '');
CREATE INDEX alarm_type ON alarm (tenant, type, received_at DESC, id);
CREATE INDEX alarm_severity ON alarm (tenant, severity, received_at DESC, id);
CREATE INDEX alarm_place_type ON alarm (tenant, place_type, received_at DESC, id);
CREATE INDEX alarm_occurred ON alarm (tenant, occurred_at DESC, id);
CREATE INDEX alarm_region_6 ON alarm (tenant, substr(region_code, 1, 6), received_at DESC, id)
  WHERE length(region_code) >= 6;
CREATE INDEX alarm_region_9 ON alarm (tenant, substr(region_code, 1, 9), received_at DESC, id)
  WHERE length(region_code) >= 9;
CREATE INDEX alarm_region_12 ON alarm (tenant, substr(region_code, 1, 12), received_at DESC, id)
  WHERE length(region_code) >= 12;
`,
  // A model of device is not deleted while devices are of it.
  `
ALTER TABLE device ADD COLUMN model_id TEXT NOT NULL DEFAULT '';
UPDATE device SET model_id = text_of(body, 'modelId');
CREATE INDEX device_model_id ON device (tenant, model_id, id);
`,
  // `rest` is 2 - rank: what goes first stands first in the index.
  `
CREATE TABLE webhook_state (
  tenant TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, position_at INTEGER NOT NULL,
  sequence INTEGER NOT NULL, pending INTEGER NOT NULL, dropped INTEGER NOT NULL, fails INTEGER NOT NULL,
  failing_since INTEGER, next_at INTEGER NOT NULL, last_ok_at INTEGER, last_status INTEGER,
  is_verified INTEGER NOT NULL, ended_because TEXT, PRIMARY KEY (tenant, id)) STRICT, WITHOUT ROWID;
CREATE TABLE delivery (
  tenant TEXT NOT NULL, webhook TEXT NOT NULL, sequence INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL,
  subject TEXT NOT NULL, rest INTEGER NOT NULL, created_at INTEGER NOT NULL, kind TEXT, version INTEGER,
  position INTEGER, data TEXT, state TEXT NOT NULL, attempts INTEGER NOT NULL, refusals INTEGER NOT NULL,
  next_at INTEGER NOT NULL, last_at INTEGER, last_status INTEGER, last_error TEXT, last_ms INTEGER,
  PRIMARY KEY (tenant, webhook, sequence)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX delivery_id ON delivery (tenant, webhook, id);
CREATE INDEX delivery_due ON delivery (tenant, webhook, rest, attempts, sequence, next_at) WHERE state = 'pending';
CREATE INDEX delivery_done ON delivery (state, created_at) WHERE state <> 'pending';
`,
  // `owing`: kinds of which not every record is owed yet, the first of them owed up to the id `owing_after`.
  `
ALTER TABLE destination ADD COLUMN kinds TEXT NOT NULL DEFAULT 'operator unit device component alarm';
ALTER TABLE destination ADD COLUMN owing TEXT NOT NULL DEFAULT '';
ALTER TABLE destination ADD COLUMN owing_after TEXT NOT NULL DEFAULT '';
ALTER TABLE destination ADD COLUMN owing_since INTEGER NOT NULL DEFAULT 0;
`,
  "ALTER TABLE stranger ADD COLUMN dismissed_at INTEGER",
  // What was cleared before alarms had a life counts as closed; of what stands the due time runs from when it was received.
  // Of a history only the name of a person may go (SEC-PII-07).
  `
ALTER TABLE change ADD COLUMN handling TEXT;
ALTER TABLE alarm ADD COLUMN handling TEXT NOT NULL DEFAULT '{"stage":"unacknowledged","sender":null,"acknowledged":null,"assigned":null,"dueAt":null,"escalatedAt":null,"advice":null,"rectification":null,"closure":null,"shelf":null,"comments":0,"acts":0,"files":[]}';
ALTER TABLE alarm ADD COLUMN stage TEXT NOT NULL DEFAULT 'unacknowledged';
ALTER TABLE alarm ADD COLUMN assignee_id TEXT NOT NULL DEFAULT '';
ALTER TABLE alarm ADD COLUMN shelved_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alarm ADD COLUMN overdue_at INTEGER NOT NULL DEFAULT 9007199254740991;
ALTER TABLE alarm ADD COLUMN wake_at INTEGER NOT NULL DEFAULT 9007199254740991;
UPDATE alarm SET stage = 'closed', handling = json_set(handling, '$.stage', 'closed', '$.closure', json_object(
  'at', updated_at, 'by', json_object('kind', 'system', 'id', NULL, 'name', 'DianAn'), 'reason', 'resolved',
  'text', '随消除自动关闭 Closed with its end', 'hasCleared', json('false'))) WHERE state = 'cleared';
UPDATE alarm SET overdue_at = received_at + CASE WHEN EXISTS (SELECT 1 FROM device d WHERE d.tenant = alarm.tenant
  AND d.id = alarm.device_id AND d.body ->> 'type' = 'chargingPile') THEN 259200000 ELSE 604800000 END
  WHERE stage <> 'closed' AND class NOT IN ('offline', 'event');
UPDATE alarm SET wake_at = CASE deleted WHEN 0 THEN overdue_at ELSE wake_at END,
  handling = json_set(handling, '$.dueAt', overdue_at) WHERE overdue_at < 9007199254740991;
CREATE INDEX alarm_stage ON alarm (tenant, stage, received_at DESC, id);
CREATE INDEX alarm_assignee_id ON alarm (tenant, assignee_id, received_at DESC, id);
CREATE INDEX alarm_open ON alarm (tenant, class, stage, unit_id, shelved_until, overdue_at, received_at)
  WHERE deleted = 0 AND stage <> 'closed';
CREATE INDEX alarm_wake ON alarm (tenant, wake_at, id) WHERE wake_at < 9007199254740991;
CREATE INDEX alarm_overdue ON alarm (tenant, overdue_at) WHERE overdue_at < 9007199254740991;
CREATE INDEX alarm_shelved ON alarm (tenant, shelved_until) WHERE shelved_until > 0;
CREATE TABLE alarm_entry (
  tenant TEXT NOT NULL, alarm TEXT NOT NULL, version INTEGER NOT NULL, part INTEGER NOT NULL, at INTEGER NOT NULL,
  entry TEXT NOT NULL, PRIMARY KEY (tenant, alarm, version, part)) STRICT, WITHOUT ROWID;
CREATE TRIGGER alarm_entry_stands BEFORE UPDATE ON alarm_entry
  WHEN json_set(NEW.entry, '$.by.name', '') <> json_set(OLD.entry, '$.by.name', '') OR NEW.at <> OLD.at
    OR NEW.tenant <> OLD.tenant OR NEW.alarm <> OLD.alarm OR NEW.version <> OLD.version OR NEW.part <> OLD.part
  BEGIN SELECT RAISE(ABORT, 'history is not changed'); END;
INSERT INTO alarm_entry SELECT tenant, id, 1, 0, received_at, json_object('kind', 'raised', 'at', received_at, 'by',
  json_object('kind', 'system', 'id', NULL, 'name', 'DianAn'), 'via', NULL, 'text', NULL, 'files', json_array()) FROM alarm;
`,
  // In the order of lists: what is overdue or shelved is found by a walk among the few that can be.
  `
DROP INDEX alarm_overdue;
DROP INDEX alarm_shelved;
CREATE INDEX alarm_owed ON alarm (tenant, received_at DESC, id) WHERE overdue_at < 9007199254740991;
CREATE INDEX alarm_on_shelf ON alarm (tenant, received_at DESC, id) WHERE shelved_until > 0;
`,
  `
CREATE TABLE latest_reading (
  shard INTEGER NOT NULL, tenant TEXT NOT NULL, device TEXT NOT NULL, component TEXT NOT NULL, quantity TEXT NOT NULL,
  at INTEGER NOT NULL, received_at INTEGER NOT NULL, value INTEGER NOT NULL, quality TEXT NOT NULL,
  written_at INTEGER NOT NULL, PRIMARY KEY (shard, tenant, device, component, quantity)) STRICT, WITHOUT ROWID;
`,
];

/** Functions that steps call: what a column is made of is said once, in code. */
const withFunctions = (database: DatabaseSync): void => {
  const bodyOf = (text: unknown): JsonObject => JSON.parse(String(text)) as JsonObject;
  database.function("shard_of", (key) => shardOf(String(key)));
  database.function("text_of", (body, member) => keptValue(bodyOf(body), String(member)));
  database.function("search_of", (kind, body) => searchColumn(kind as RecordKind, bodyOf(body)));
  database.function("occurred_of", (body, at) => timeOf(bodyOf(body), "occurredAt", Number(at)));
};

/** The schema that this release reads and writes. */
export const SCHEMA_VERSION: number = migrations.length;

/**
 * Brings a database to {@link SCHEMA_VERSION}, each step in its own transaction.
 *
 * @param epoch - names this database's feed; kept when it already has one
 * @param until - stops at this schema, for tests of a step
 * @throws Error when the database was written by a later release
 */
export const migrate = (database: DatabaseSync, epoch: string, until = SCHEMA_VERSION): void => {
  const { user_version: at } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (at > SCHEMA_VERSION)
    throw new Error(`the database has schema ${at}, this release knows up to ${SCHEMA_VERSION}: it is too old for it`);
  withFunctions(database);
  for (const [index, step] of migrations.entries()) {
    if (index < at || index >= until) continue;
    database.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${index + 1}; COMMIT`);
  }
  database.prepare("INSERT INTO meta VALUES ('epoch', ?) ON CONFLICT (name) DO NOTHING").run(epoch);
};
