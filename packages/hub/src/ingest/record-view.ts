import type { TenantId } from "@dianan/model";
import type { JsonObject, RecordKind, Store } from "../ports/store.ts";

/** Records as they will be after the changes planned so far: one request may name an id twice. */
export type RecordView = {
  /** The body, or null when there is no such record or it is deleted. */
  get(kind: RecordKind, id: string): Promise<JsonObject | null>;
  set(kind: RecordKind, id: string, body: JsonObject | null): void;
};

export const createRecordView = (store: Store, tenant: TenantId): RecordView => {
  const known = new Map<string, Promise<JsonObject | null>>();
  return {
    get: (kind, id) => {
      const key = `${kind}/${id}`;
      let body = known.get(key);
      if (!body) {
        body = store.record(tenant, kind, id).then((record) => (record && !record.deleted ? record.body : null));
        known.set(key, body);
      }
      return body;
    },
    set: (kind, id, body) => void known.set(`${kind}/${id}`, Promise.resolve(body)),
  };
};
