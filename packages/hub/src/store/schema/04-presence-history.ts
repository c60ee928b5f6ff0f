/** What a device was, from one version of its record on. Devices that are there already begin with what they are now. */
export const presenceHistory = `
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
`;
