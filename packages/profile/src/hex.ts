/** Bytes of hex that the schema has checked; spaces between bytes are allowed. */
export const hexBytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replace(/\s/g, "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Hex of bytes in pairs with a space between them, as documents print frames. */
export const hexText = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
