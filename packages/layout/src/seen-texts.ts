/** Distinct texts remembered per field: devices repeat a handful, an attacker must not fill memory. Power of two. */
const SLOTS = 256;

/** A text that was read before, by its bytes. `isKept`: its bytes belong beside it. */
export type SeenText = { readonly bytes: Uint8Array; readonly text: string; readonly isKept: boolean };

/**
 * Texts of one fixed field that were read before, by their bytes. Devices send the same descriptions in every frame, and
 * comparing bytes is cheaper than decoding them. A text that lands on a taken slot replaces it, but only when it comes for
 * the second time: texts that never repeat cost nothing.
 */
export const createSeenTexts = (size: number) => {
  const slots: (SeenText | undefined)[] = new Array<SeenText | undefined>(SLOTS).fill(undefined);
  /** Hash of the text that last came by each slot. */
  const callers = new Int32Array(SLOTS);
  const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1);
  return {
    /** What stands behind the first NUL is mostly padding, and tells no texts apart. */
    hashOf: (bytes: Uint8Array, at: number): number => {
      let hash = 0;
      const end = at + size;
      for (let i = at; i < end && bytes[i] !== 0; i++) hash = (Math.imul(hash, 31) + bytes[i]!) | 0;
      return hash;
    },
    /** The text of these bytes, or null when it is not remembered. */
    find: (hash: number, bytes: Uint8Array, at: number): SeenText | null => {
      const slot = slots[slotOf(hash)];
      if (slot === undefined) return null;
      const known = slot.bytes;
      for (let i = 0; i < size; i++) if (known[i] !== bytes[at + i]) return null;
      return slot;
    },
    remember: (hash: number, bytes: Uint8Array, at: number, text: string, isKept: boolean): void => {
      const slot = slotOf(hash);
      if (callers[slot] === hash) slots[slot] = { bytes: new Uint8Array(bytes.subarray(at, at + size)), text, isKept };
      else callers[slot] = hash;
    },
  };
};
