import type { AccessItem, AccessKind } from "../ports/access-store.ts";
import type { Write } from "../ports/write.ts";

/** Items remembered at once. */
const ITEMS_MAX = 10_000;

/**
 * Items that were found by their lookups, kept between two changes of any item of their kinds: whoever asks with the same key a
 * thousand times a second is looked up once. What was not found is not remembered, so that guesses take no room.
 */
export type FoundItems = {
  find(kind: AccessKind, lookup: Uint8Array, look: () => Promise<AccessItem | null>): Promise<AccessItem | null>;
  /** To be told of every batch, before it is written and when it is durable. */ changed(
    writes: readonly Write[],
  ): void;
};

export const createFoundItems = (): FoundItems => {
  const kinds = new Map<AccessKind, Map<string, AccessItem>>();
  return {
    find: async (kind, lookup, look) => {
      const key = Buffer.from(lookup).toString("base64");
      const known = kinds.get(kind) ?? new Map<string, AccessItem>();
      kinds.set(kind, known);
      const found = known.get(key) ?? (await look());
      // A change that came while it was looked for has put another map there: nothing old gets into that.
      if (found !== null && known.size < ITEMS_MAX) known.set(key, found);
      return found;
    },
    changed: (writes) => {
      for (const write of writes)
        if (write.kind === "item") kinds.delete(write.item.kind);
        else if (write.kind === "dropItem") kinds.delete(write.item);
    },
  };
};
