import { offsetTime } from "./offset-time.ts";

/**
 * A record as it leaves the hub, to readers and to the city alike: its members, then the meta members of SH-6.
 * `deleted` is present only on a tombstone.
 */
export const sharedRecord = (
  record: {
    readonly body: { readonly [member: string]: unknown };
    readonly id: string;
    readonly version: number;
    readonly updatedAt: number;
    readonly deleted: boolean;
  },
  utcOffsetMinutes: number,
): { readonly [member: string]: unknown } => ({
  id: record.id,
  ...record.body,
  version: record.version,
  updatedAt: offsetTime(record.updatedAt, utcOffsetMinutes),
  ...(record.deleted ? { deleted: true } : {}),
});
