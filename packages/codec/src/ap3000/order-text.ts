const SPACE = 0x20;
const LAST_PRINTABLE = 0x7e;
const isPrintable = (byte: number): boolean => byte >= SPACE && byte <= LAST_PRINTABLE;

/**
 * An order number (订单编号) as text: its characters when all are printable, with the zeros behind them dropped; else its bytes
 * in hex. The document does not say which it is.
 *
 * @returns null when there is none: no bytes, or nothing but zeros
 */
export const orderText = (order: Uint8Array | null): string | null => {
  if (order === null || order.every((byte) => byte === 0)) return null;
  const end = order.findLastIndex((byte) => byte !== 0) + 1;
  const used = order.subarray(0, end);
  if (used.every(isPrintable)) return String.fromCharCode(...used);
  return [...order].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};
