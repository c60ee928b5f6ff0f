import type { components } from "@dianan/open-api";

export type DeviceRecord = components["schemas"]["Device"];
export type UnitRecord = components["schemas"]["Unit"];
type Versioned = { readonly id: string; readonly version?: number };

/** Records of one kind by id (单位、设备), later versions win. */
export type Directory<R extends Versioned> = {
  put(record: R): boolean;
  remove(id: string): boolean;
  replaceAll(records: Iterable<R>): void;
  get(id: string): R | undefined;
  all(): Iterable<R>;
  size(): number;
  /** Grows with each change. */ changes(): number;
};

export const createDirectory = <R extends Versioned>(): Directory<R> => {
  const byId = new Map<string, R>();
  let changes = 0;
  const put = (record: R): boolean => {
    const known = byId.get(record.id);
    if (known !== undefined && (known.version ?? 0) >= (record.version ?? 0)) return false;
    byId.set(record.id, record);
    changes += 1;
    return true;
  };
  return {
    put,
    remove: (id) => {
      changes += 1;
      return byId.delete(id);
    },
    replaceAll: (records) => {
      changes += 1;
      byId.clear();
      for (const record of records) put(record);
    },
    get: (id) => byId.get(id),
    all: () => byId.values(),
    size: () => byId.size,
    changes: () => changes,
  };
};

const urgency: { readonly [status: string]: number } = { alarm: 0, fault: 1, offline: 2, unknown: 3 };
const presenceRank: { readonly [presence: string]: number } = { timedOut: 0, offline: 1 };

/** Order of the device list: what needs a person first, then by name, then by id. */
export const compareDevices = (a: DeviceRecord, b: DeviceRecord): number =>
  (urgency[a.status] ?? 4) - (urgency[b.status] ?? 4) ||
  (presenceRank[a.presence ?? ""] ?? 2) - (presenceRank[b.presence ?? ""] ?? 2) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
