/** In the order of lists: what is overdue or shelved is found by a walk among the few that can be. */
export const alarmLists = `
DROP INDEX alarm_overdue;
DROP INDEX alarm_shelved;
CREATE INDEX alarm_owed ON alarm (tenant, received_at DESC, id) WHERE overdue_at < 9007199254740991;
CREATE INDEX alarm_on_shelf ON alarm (tenant, received_at DESC, id) WHERE shelved_until > 0;
`;
