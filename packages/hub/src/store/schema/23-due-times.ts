/** When an alarm had to be dealt with stays beside it when it was, so that statistics say what was in time (EF-4.3, EF-5.3, CP-4.2). */
export const dueTimes = `
ALTER TABLE alarm ADD COLUMN due_at INTEGER;
UPDATE alarm SET due_at = handling ->> '$.dueAt' WHERE handling ->> '$.dueAt' IS NOT NULL;
DROP INDEX alarm_figures;
CREATE INDEX alarm_figures ON alarm (tenant, deleted, received_at, unit_id, device_id, type, class, severity, overdue_at,
  acknowledged_at, rectified_at, closed_as, repeats, due_at);
`;
