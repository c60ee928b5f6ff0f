import { DatabaseSync } from "node:sqlite";
import type { Instant } from "@dianan/model";
import type { Dataset } from "../core/retention.ts";
import type { DatasetFigures } from "../ports/retention.ts";

/** Figures of each tenant and data set; a data set of which there is nothing is absent. */
export type AllFigures = { readonly [tenant: string]: { readonly [D in Dataset]?: DatasetFigures } };

// Bytes are those of what is kept, without the pages around it.
const queries: { readonly [D in Dataset]?: string } = {
  alarms:
    "SELECT tenant, count(*) AS n, sum(length(body) + length(handling)) AS bytes, min(received_at) AS oldest FROM alarm",
  readings: `SELECT tenant, sum(n) AS n, sum(bytes) AS bytes, min(oldest) AS oldest FROM (
      SELECT tenant, rows AS n, length(packed) + length(device) + 24 AS bytes, received_from AS oldest FROM reading_block
      UNION ALL SELECT tenant, 1, length(packed) + 20, received_at FROM reading_tail
        JOIN reading_layout ON reading_layout.id = layout)`,
  presence: "SELECT tenant, count(*) AS n, count(*) * 64 AS bytes, min(at) AS oldest FROM presence_change",
  sessions: `SELECT tenant, count(*) AS n, sum(length(id) + length(device) + length(component) + length(unit) + 96) AS bytes,
      min(received_at) AS oldest FROM charging_session`,
  frames: "SELECT tenant, count(*) AS n, sum(length(bytes) + 64) AS bytes, min(received_at) AS oldest FROM frame",
  audit: "SELECT tenant, count(*) AS n, sum(length(entry) + 96) AS bytes, min(at) AS oldest FROM audit",
  notifications: `SELECT tenant, count(*) AS n, sum(length(address) + length(recipient) + coalesce(length(facts), 0) + 240) AS bytes,
      min(at) AS oldest FROM notice`,
  files: `SELECT tenant, count(*) AS n, sum(body ->> 'bytes') AS bytes, min(body ->> 'createdAt') AS oldest FROM access
    WHERE kind = 'file'`,
};

/** Counts a database by tenant and data set. Reads all of it: for a thread of its own. */
export const countDatasets = (file: string): AllFigures => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec("PRAGMA busy_timeout = 5000");
    const all: Record<string, { [D in Dataset]?: DatasetFigures }> = {};
    for (const [dataset, sql] of Object.entries(queries))
      for (const row of database.prepare(`${sql} GROUP BY tenant`).all()) {
        const tenant = String(row.tenant);
        all[tenant] ??= {};
        const oldestAt = row.oldest === null ? null : (Number(row.oldest) as Instant);
        all[tenant][dataset as Dataset] = { rows: Number(row.n), bytes: Math.round(Number(row.bytes)), oldestAt };
      }
    return all;
  } finally {
    database.close();
  }
};
