import type { TenantId } from "@dianan/model";
import type { AlarmLife } from "../core/alarm-life-state.ts";
import { isSuperseded, type SentVersion } from "../core/sent-version.ts";
import type { JsonObject, RecordKind } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";

/** Records as they will be after the changes planned so far: one request may name an id twice. */
export type RecordView = {
  /** The body, or null when there is no such record or it is deleted. */
  get(kind: RecordKind, id: string): Promise<JsonObject | null>;
  set(kind: RecordKind, id: string, body: JsonObject | null): void;
  /** The version in the store, null when there never was such a record. */
  version(kind: RecordKind, id: string): Promise<number | null>;
  /** Whether a newer one came from this sender, or this one did. */
  sent(place: SentPlace, sent: SentVersion): Promise<"overtaken" | "known" | "new">;
  setSent(place: SentPlace, sent: SentVersion): void;
  /** An alarm's life; null when there is no such alarm or it is deleted. */ life(
    id: string,
  ): Promise<AlarmLife | null>;
  setLife(id: string, life: AlarmLife): void;
};

/** Of which record by which sender. */
type SentPlace = { readonly record: RecordKind; readonly id: string; readonly sender: string };
const placeKey = ({ record, id, sender }: SentPlace): string => `${record}/${id}/${sender}`;

export const createRecordView = (store: Store, tenant: TenantId): RecordView => {
  const known = new Map<string, Promise<JsonObject | null>>();
  const newest = new Map<string, SentVersion>();
  const lives = new Map<string, AlarmLife>();
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
    version: async (kind, id) => (await store.record(tenant, kind, id))?.version ?? null,
    sent: async (place, sent) => {
      const held =
        newest.get(placeKey(place)) ?? (await store.sentVersion(tenant, place.record, place.id, place.sender));
      if (isSuperseded(held, sent)) return "overtaken";
      return held?.version === sent.version && held.updatedAt === sent.updatedAt ? "known" : "new";
    },
    setSent: (place, sent) => void newest.set(placeKey(place), sent),
    life: async (id) => {
      const life = lives.get(id);
      if (life !== undefined) return life;
      const record = await store.record(tenant, "alarm", id);
      return record === null || record.deleted ? null : (record.life ?? null);
    },
    setLife: (id, life) => void lives.set(id, life),
  };
};
