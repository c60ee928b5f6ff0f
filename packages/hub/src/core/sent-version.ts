/** How old a record is by the word of who sends it (发送方的版本). */
export type SentVersion = {
  /** Its number of the change, from 1. */ readonly version: number;
  /** Its time of the change, milliseconds UTC; null: it says none. */ readonly updatedAt: number | null;
};

/**
 * Whether what comes was overtaken by what came before from the same sender (CS-ORDER-02): its version is lower. The same version is
 * none: a comparison sends it again. Neither is a lower one that says a later time: its sender counts anew, as after a backup
 * was restored, and would be heard no more.
 *
 * @param held - the newest of this record that came from this sender; null: none did
 */
export const isSuperseded = (held: SentVersion | null, sent: SentVersion): boolean =>
  held !== null &&
  sent.version < held.version &&
  !(sent.updatedAt !== null && held.updatedAt !== null && sent.updatedAt > held.updatedAt);

/** What a record says of its age; null: nothing, so that it holds when it comes. Of a record that fits its schema. */
export const sentVersionOf = ({
  version,
  updatedAt,
}: {
  readonly version?: unknown;
  readonly updatedAt?: unknown;
}): SentVersion | null => {
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 1) return null;
  const at = typeof updatedAt === "string" ? Date.parse(updatedAt) : Number.NaN;
  return { version, updatedAt: Number.isNaN(at) ? null : at };
};
