/** Keeps secrets that must be read again, such as a signing secret (SEC-KEY-02). */
export type Seals = {
  /** @param place - tenant, kind, id and member that the secret belongs to; it opens nowhere else */
  seal(secret: Uint8Array, place: readonly string[]): string;
  /** @throws SealError when it was moved, changed, or sealed with another master key */
  open(sealed: string, place: readonly string[]): Uint8Array;
};

export const sealedJson = (seals: Seals, place: readonly string[], value: unknown): string =>
  seals.seal(new TextEncoder().encode(JSON.stringify(value)), place);

/** What {@link sealedJson} sealed. @throws SealError as above */
export const openedJson = (seals: Seals, place: readonly string[], sealed: string): unknown =>
  JSON.parse(new TextDecoder().decode(seals.open(sealed, place)));

/** The same; null: it was moved, changed, or sealed with another master key. */
export const openedJsonOrNull = (seals: Seals, place: readonly string[], sealed: string): unknown => {
  try {
    return openedJson(seals, place, sealed);
  } catch {
    return null;
  }
};
