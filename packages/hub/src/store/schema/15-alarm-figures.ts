/**
 * What alarms are counted by, read out of what is stored anyway: the index is all that statistics read, and it changes in the
 * transaction of the alarm because it is part of the table. An alarm without a time of its end counts as over when it came.
 */
export const alarmFigures = `
ALTER TABLE alarm ADD COLUMN acknowledged_at INTEGER GENERATED ALWAYS AS (handling ->> '$.acknowledged.at') VIRTUAL;
ALTER TABLE alarm ADD COLUMN rectified_at INTEGER GENERATED ALWAYS AS (handling ->> '$.rectification.rectifiedAt') VIRTUAL;
ALTER TABLE alarm ADD COLUMN closed_as TEXT GENERATED ALWAYS AS (handling ->> '$.closure.reason') VIRTUAL;
ALTER TABLE alarm ADD COLUMN repeats INTEGER GENERATED ALWAYS AS (CAST(coalesce(body ->> '$.repeats', 0) AS INTEGER)) VIRTUAL;
ALTER TABLE alarm ADD COLUMN cleared_at INTEGER GENERATED ALWAYS AS (CASE state WHEN 'cleared' THEN
  coalesce(CAST(round(unixepoch(body ->> '$.clearedAt', 'subsec') * 1000) AS INTEGER), received_at) END) VIRTUAL;
CREATE INDEX alarm_figures ON alarm (tenant, received_at, unit_id, device_id, type, class, severity, overdue_at,
  acknowledged_at, rectified_at, closed_as, repeats) WHERE deleted = 0;
CREATE INDEX alarm_cleared ON alarm (tenant, cleared_at, received_at, class, unit_id) WHERE deleted = 0;
CREATE INDEX alarm_entry_repeated ON alarm_entry (tenant, at, alarm) WHERE entry ->> '$.kind' = 'repeated';
`;
