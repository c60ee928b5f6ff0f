/**
 * Readings, packed. A commit appends to `reading_tail`, whose rows are in the order of arrival; a job packs them into an hour of a
 * device each, and into summaries of eight hours. `reading_layout` says once what the values of a row are.
 */
export const packedReadings = `
CREATE TABLE reading_layout (
  id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, device TEXT NOT NULL, series TEXT NOT NULL) STRICT;
CREATE INDEX reading_layout_device ON reading_layout (tenant, device, id);

CREATE TABLE reading_tail (
  seq INTEGER PRIMARY KEY, layout INTEGER NOT NULL, received_at INTEGER NOT NULL, packed BLOB NOT NULL) STRICT;

CREATE TABLE reading_block (
  shard INTEGER NOT NULL, tenant TEXT NOT NULL, device TEXT NOT NULL, hour INTEGER NOT NULL, rows INTEGER NOT NULL,
  received_from INTEGER NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (shard, tenant, device, hour)) STRICT, WITHOUT ROWID;

CREATE TABLE reading_hours (
  shard INTEGER NOT NULL, tenant TEXT NOT NULL, device TEXT NOT NULL, period INTEGER NOT NULL, packed BLOB NOT NULL,
  PRIMARY KEY (shard, tenant, device, period)) STRICT, WITHOUT ROWID;

INSERT INTO reading_layout SELECT row_number() OVER (ORDER BY tenant, device, series), tenant, device, series FROM (
  SELECT DISTINCT tenant, device, series_of(measured) AS series FROM reading);
CREATE INDEX layout_known ON reading_layout (tenant, device, series);
INSERT INTO reading_block SELECT shard, tenant, device, hour_of(at), count(*), min(received_at),
  pack_hour(hour_of(at), json_group_array(json_array(layout, at, part, received_at, json(measured)))) FROM (
    SELECT reading.*, reading_layout.id AS layout FROM reading CROSS JOIN reading_layout INDEXED BY layout_known
      ON reading_layout.tenant = reading.tenant AND reading_layout.device = reading.device AND series = series_of(measured)
  ) GROUP BY shard, tenant, device, hour_of(at);
DROP INDEX layout_known;
INSERT INTO reading_hours SELECT shard, tenant, device, period_of(hour), pack_period(json_group_object(hour, hex(packed)),
    (SELECT json_group_object(id, json(series)) FROM reading_layout
     WHERE reading_layout.tenant = reading_block.tenant AND reading_layout.device = reading_block.device))
  FROM reading_block GROUP BY shard, tenant, device, period_of(hour);
DROP TABLE reading;
`;
