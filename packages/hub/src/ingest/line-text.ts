/** Longest text of a gateway's own that is looked at: a name or heartbeat, with blanks and line ends around it. */
export const LINE_TEXT_MAX = 64;

/**
 * Printable text of a gateway (注册包、心跳包), trimmed; null: it is none. No frame of Modbus begins like it: its second byte is a
 * function below 32 or above 127.
 */
export const lineText = (bytes: Uint8Array): string | null => {
  if (bytes.length > LINE_TEXT_MAX) return null;
  const text = Buffer.from(bytes).toString("latin1").trim();
  return /^[\x20-\x7e]+$/.test(text) ? text : null;
};
