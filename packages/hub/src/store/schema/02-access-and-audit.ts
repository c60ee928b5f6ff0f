export const accessAndAudit = `
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
`;
