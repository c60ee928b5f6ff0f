/**
 * What was cleared before alarms had a life counts as closed; of what stands the due time runs from when it was received.
 * Of a history only the name of a person may go (SEC-PII-07).
 */
export const alarmLives = `
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
`;
