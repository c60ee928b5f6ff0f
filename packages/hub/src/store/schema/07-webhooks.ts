/** `rest` is 2 - rank: what goes first stands first in the index. */
export const webhooks = `
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
`;
