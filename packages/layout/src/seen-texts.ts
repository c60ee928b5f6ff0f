/** Distinct texts remembered per field: devices repeat a handful, an attacker must not fill memory. Power of two. */
const SLOTS = 256;

type Slot = { readonly bytes: Uint8Array; readonly text: string };

/**
 * Texts of one fixed field that were read before, by their bytes. Devices send the same descriptions in every frame, and
 * comparing bytes is cheaper than decoding them. A text that lands on a taken slot replaces it.
 */
export const createSeenTexts = (size: number) => {
  const slots: (Slot | undefined)[] = new Array<Slot | undefined>(SLOTS).fill(undefined);
  const slotOf = (bytes: Uint8Array, at: number): number => {
    let hash = 0;
    for (let i = at; i < at + size; i++) hash = (Math.imul(hash, 31) + bytes[i]!) | 0;
    return (hash ^ (hash >>> 15)) & (SLOTS - 1);
  };
  return {
    /** The text of these bytes, or null when it has not been read before. */
    textAt: (bytes: Uint8Array, at: number): string | null => {
      const slot = slots[slotOf(bytes, at)];
      if (slot === undefined) return null;
      const known = slot.bytes;
      for (let i = 0; i < size; i++) if (known[i] !== bytes[at + i]) return null;
      return slot.text;
    },
    remember: (bytes: Uint8Array, at: number, text: string): void => {
      slots[slotOf(bytes, at)] = { bytes: bytes.slice(at, at + size), text };
    },
  };
};
