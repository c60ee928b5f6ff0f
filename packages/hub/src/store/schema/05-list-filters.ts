/** What lists are filtered by. An alarm has its unit's region and place, so that a page of a region's alarms is one walk. */
export const listFilters = `
ALTER TABLE operator ADD COLUMN search TEXT NOT NULL DEFAULT '';
UPDATE operator SET search = search_of('operator', body);

ALTER TABLE unit ADD COLUMN region_code TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN place_type TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN search TEXT NOT NULL DEFAULT '';
UPDATE unit SET region_code = text_of(body, 'regionCode'), place_type = text_of(body, 'placeType'),
  search = search_of('unit', body);
CREATE INDEX unit_place_type ON unit (tenant, place_type, id);
CREATE INDEX unit_region_6 ON unit (tenant, substr(region_code, 1, 6), id) WHERE length(region_code) >= 6;
CREATE INDEX unit_region_9 ON unit (tenant, substr(region_code, 1, 9), id) WHERE length(region_code) >= 9;
CREATE INDEX unit_region_12 ON unit (tenant, substr(region_code, 1, 12), id) WHERE length(region_code) >= 12;

ALTER TABLE device ADD COLUMN type TEXT NOT NULL DEFAULT '';
ALTER TABLE device ADD COLUMN search TEXT NOT NULL DEFAULT '';
UPDATE device SET type = text_of(body, 'type'), search = search_of('device', body);
CREATE INDEX device_type ON device (tenant, type, id);

ALTER TABLE component ADD COLUMN status TEXT NOT NULL DEFAULT '';
UPDATE component SET status = text_of(body, 'status');
CREATE INDEX component_status ON component (tenant, status, id);

ALTER TABLE alarm ADD COLUMN type TEXT NOT NULL DEFAULT '';
ALTER TABLE alarm ADD COLUMN severity TEXT NOT NULL DEFAULT '';
ALTER TABLE alarm ADD COLUMN occurred_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alarm ADD COLUMN region_code TEXT NOT NULL DEFAULT '';
ALTER TABLE alarm ADD COLUMN place_type TEXT NOT NULL DEFAULT '';
UPDATE alarm SET type = text_of(body, 'type'), severity = text_of(body, 'severity'),
  occurred_at = occurred_of(body, received_at),
  region_code = coalesce((SELECT region_code FROM unit WHERE unit.tenant = alarm.tenant AND unit.id = alarm.unit_id), ''),
  place_type = coalesce((SELECT place_type FROM unit WHERE unit.tenant = alarm.tenant AND unit.id = alarm.unit_id), '');
CREATE INDEX alarm_type ON alarm (tenant, type, received_at DESC, id);
CREATE INDEX alarm_severity ON alarm (tenant, severity, received_at DESC, id);
CREATE INDEX alarm_place_type ON alarm (tenant, place_type, received_at DESC, id);
CREATE INDEX alarm_occurred ON alarm (tenant, occurred_at DESC, id);
CREATE INDEX alarm_region_6 ON alarm (tenant, substr(region_code, 1, 6), received_at DESC, id)
  WHERE length(region_code) >= 6;
CREATE INDEX alarm_region_9 ON alarm (tenant, substr(region_code, 1, 9), received_at DESC, id)
  WHERE length(region_code) >= 9;
CREATE INDEX alarm_region_12 ON alarm (tenant, substr(region_code, 1, 12), received_at DESC, id)
  WHERE length(region_code) >= 12;
`;
