import { digestText, type RecordKind, type SharingError, validate } from "@dianan/sharing";

type Shared = { readonly id: string; readonly [member: string]: unknown };

/** What came of one item, as the sender reads it. */
export type ItemResult = {
  readonly id: string | null;
  readonly status: "created" | "updated" | "unchanged" | "parked" | "refused";
  readonly version?: number;
  readonly problem?: {
    readonly code: string;
    readonly title: string;
    readonly titleZh: string;
    readonly errors: readonly SharingError[];
  };
};

/** A record as kept here. `isParked`: an alarm whose device has not come yet. */
export type Kept = {
  readonly kind: RecordKind;
  readonly record: { readonly [member: string]: unknown };
  readonly version: number;
  readonly isParked: boolean;
  readonly isDeleted: boolean;
};

/** The records that a city has received, in memory. */
export type Mailbox = {
  put(kind: RecordKind, items: readonly unknown[]): readonly ItemResult[];
  list(): readonly Kept[];
};

const isObject = (value: unknown): value is { readonly [member: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A record is one of its platform's: two platforms may use the same id. Operators carry no platform code. */
const keyOf = (kind: RecordKind, platformCode: unknown, id: unknown): string =>
  JSON.stringify([kind, kind === "operator" || kind === "component" ? "" : platformCode, id]);

export const createMailbox = (): Mailbox => {
  const kept = new Map<string, Kept>();

  const hasDevice = (platformCode: unknown, deviceId: unknown): boolean =>
    kept.get(keyOf("device", platformCode, deviceId))?.isDeleted === false;

  /** A device that came lets the alarms go that waited for it. */
  const unpark = (device: { readonly [member: string]: unknown }): void => {
    for (const [key, one] of kept)
      if (one.isParked && one.record.deviceId === device.id && one.record.platformCode === device.platformCode)
        kept.set(key, { ...one, isParked: false });
  };

  const putOne = (kind: RecordKind, item: unknown): ItemResult => {
    const checked = validate(kind, item);
    if (!checked.ok)
      return {
        id: isObject(item) && typeof item.id === "string" ? item.id : null,
        status: "refused",
        problem: { code: "invalid", title: "Does not fit the schema", titleZh: "不符合格式", errors: checked.error },
      };
    const record: { readonly [member: string]: unknown } = checked.value;
    const id = checked.value.id;
    const key = keyOf(kind, record.platformCode, id);
    const before = kept.get(key);
    const version = checked.value.version ?? (before?.version ?? 0) + 1;
    // An older version that was overtaken changes nothing, nor does the same one with the same content: sending twice does no
    // harm. The same version with other content is sent when a comparison found a difference, or when its form was agreed anew.
    const isSame = before?.version === version && digestText(before.record as Shared) === digestText(checked.value);
    if (before !== undefined && (version < before.version || isSame))
      return { id, status: before.isParked ? "parked" : "unchanged", version: before.version };
    const isParked = kind === "alarm" && !hasDevice(record.platformCode, record.deviceId);
    kept.set(key, { kind, record, version, isParked, isDeleted: record.deleted === true });
    if (kind === "device") unpark(record);
    return { id, status: isParked ? "parked" : before === undefined ? "created" : "updated", version };
  };

  return {
    put: (kind, items) => items.map((item) => putOne(kind, item)),
    list: () => [...kept.values()],
  };
};
