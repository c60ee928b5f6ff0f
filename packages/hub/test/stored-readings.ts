import { DatabaseSync } from "node:sqlite";
import type { ReadingRow } from "../src/ports/readings.ts";
import { createReadingSource } from "../src/store/reading-queries.ts";

/** Every reading of a database file with its tenant, by device, newest first. */
export const storedReadings = (file: string): readonly (ReadingRow & { readonly tenant: string })[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const source = createReadingSource(database);
    const devices = database
      .prepare("SELECT DISTINCT tenant, device FROM reading_layout ORDER BY tenant, device")
      .all();
    return devices.flatMap((row) => {
      const tenant = String(row.tenant);
      const rows = source.rows(tenant, String(row.device), Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
      return [...rows].map((one) => ({ tenant, ...one }));
    });
  } finally {
    database.close();
  }
};
