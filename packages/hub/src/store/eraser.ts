import type { DatabaseSync } from "node:sqlite";
import { erased } from "@dianan/sharing";
import type { JsonObject, RecordKind } from "../ports/records.ts";
import { createHandlingEraser } from "./handling-eraser.ts";

/** Takes persons out of what the store keeps of the past (个人信息删除, SEC-PII-07). The rows stay. */
export type Eraser = {
  /** Every kept version of a record, and its tombstone; gives the body of a living one, without its persons. */
  record(tenant: string, kind: RecordKind, id: string): JsonObject | null;
  /** The name of a person who changed records or dealt with alarms. */ actor(
    tenant: string,
    id: string,
    name: string,
  ): void;
  /** What is replaced or removed meanwhile is overwritten in the file, also whole pages, and not only let go. */ overwriting<
    T,
  >(work: () => T): T;
};

type Version = { readonly feed: number; readonly position: number; readonly body: string };

export const createEraser = (database: DatabaseSync): Eraser => {
  const versions = database.prepare(
    `SELECT feed, position, body FROM change INDEXED BY change_record
     WHERE tenant = ? AND kind = ? AND kind <> 'alarm' AND id = ?`,
  );
  const rewrite = database.prepare("UPDATE change SET body = ? WHERE tenant = ? AND feed = ? AND position = ?");
  const rename = database.prepare(
    `UPDATE change SET actor = json_set(actor, '$.name', ?)
     WHERE tenant = ? AND actor IS NOT NULL AND actor ->> 'kind' = 'person' AND actor ->> 'id' = ?`,
  );
  const handled = createHandlingEraser(database);
  const withoutPersons = (kind: RecordKind, body: string): string =>
    JSON.stringify(erased(kind, JSON.parse(body) as JsonObject));

  return {
    record: (tenant, kind, id) => {
      for (const row of versions.all(tenant, kind, id) as Version[]) {
        const body = withoutPersons(kind, row.body);
        if (body !== row.body) rewrite.run(body, tenant, row.feed, row.position);
      }
      const row = database.prepare(`SELECT body, deleted FROM ${kind} WHERE tenant = ? AND id = ?`).get(tenant, id);
      if (row === undefined) return null;
      const body = withoutPersons(kind, String(row.body));
      if (row.deleted === 0) return JSON.parse(body) as JsonObject;
      database.prepare(`UPDATE ${kind} SET body = ? WHERE tenant = ? AND id = ?`).run(body, tenant, id);
      return null;
    },
    actor: (tenant, id, name) => {
      rename.run(name, tenant, id);
      handled(tenant, id, name);
    },
    overwriting: (work) => {
      database.exec("PRAGMA secure_delete = ON");
      try {
        return work();
      } finally {
        database.exec("PRAGMA secure_delete = FAST");
      }
    },
  };
};
