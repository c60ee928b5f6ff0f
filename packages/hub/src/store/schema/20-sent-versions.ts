/** The newest version of each record by the word of each of its senders: what was overtaken on the way overwrites nothing. */
export const sentVersions = `
CREATE TABLE sent_version (
  tenant TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, sender TEXT NOT NULL, version INTEGER NOT NULL,
  updated_at INTEGER, PRIMARY KEY (tenant, kind, id, sender)) STRICT, WITHOUT ROWID;
`;
