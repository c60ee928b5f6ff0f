/** Alarms are most of the changes and have an account of their own: the index leaves them out. */
export const recordHistory = `
ALTER TABLE change ADD COLUMN actor TEXT;
CREATE INDEX change_record ON change (tenant, kind, id, version) WHERE kind <> 'alarm';
`;
