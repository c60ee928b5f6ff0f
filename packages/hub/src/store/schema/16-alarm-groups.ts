/** Which alarm a storm has grouped an alarm under; few are, and the index holds only those. */
export const alarmGroups = `
ALTER TABLE alarm ADD COLUMN root_id TEXT NOT NULL DEFAULT '';
CREATE INDEX alarm_root_id ON alarm (tenant, root_id, received_at DESC, id) WHERE root_id > '';
`;
