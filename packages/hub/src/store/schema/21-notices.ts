/** `calls`: the alarm calls for people. A case whose `state` is null has just been opened. */
export const notices = `
CREATE TABLE notice_tenant (tenant TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE notice_case (
  tenant TEXT NOT NULL, alarm TEXT NOT NULL, generation INTEGER NOT NULL, calls INTEGER NOT NULL, started_at INTEGER NOT NULL,
  state TEXT, next_at INTEGER, PRIMARY KEY (tenant, alarm)) STRICT, WITHOUT ROWID;
CREATE INDEX notice_case_due ON notice_case (next_at) WHERE next_at IS NOT NULL;
CREATE TABLE notice (
  tenant TEXT NOT NULL, id TEXT NOT NULL, alarm TEXT NOT NULL, person TEXT NOT NULL, channel TEXT NOT NULL, step INTEGER NOT NULL,
  n INTEGER NOT NULL, class TEXT NOT NULL, unit TEXT NOT NULL, root TEXT NOT NULL, at INTEGER NOT NULL, due_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL, address TEXT NOT NULL, target TEXT NOT NULL, recipient TEXT NOT NULL, note TEXT, state TEXT NOT NULL,
  tries INTEGER NOT NULL, unknowns INTEGER NOT NULL, is_fallback INTEGER NOT NULL, courier TEXT, lead TEXT, count INTEGER NOT NULL,
  provider_id TEXT, error TEXT, facts TEXT, sent_at INTEGER, ended_at INTEGER, PRIMARY KEY (tenant, id)) STRICT, WITHOUT ROWID;
CREATE INDEX notice_due ON notice (due_at, class) WHERE state = 'queued';
CREATE INDEX notice_sending ON notice (tenant) WHERE state = 'sending';
CREATE INDEX notice_alarm ON notice (tenant, alarm, person, step, n);
CREATE INDEX notice_listed ON notice (tenant, at, id);
CREATE INDEX notice_provider ON notice (tenant, courier, provider_id) WHERE provider_id IS NOT NULL;
CREATE INDEX notice_lead ON notice (tenant, lead) WHERE lead IS NOT NULL;
CREATE TABLE notice_send (
  tenant TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL, notice TEXT NOT NULL, try INTEGER NOT NULL, sent TEXT NOT NULL,
  PRIMARY KEY (tenant, person, at, notice, try)) STRICT, WITHOUT ROWID;
CREATE TABLE notice_receipt (
  tenant TEXT NOT NULL, notice TEXT NOT NULL, sequence INTEGER NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL, code TEXT NOT NULL,
  key TEXT, raw_hash TEXT NOT NULL, PRIMARY KEY (tenant, notice, sequence)) STRICT, WITHOUT ROWID;
`;
