import { type DecodeError, decode, encode, type Result } from "@dianan/layout";
import { DOCUMENT } from "./frame-types.ts";
import { frameParts, keptBody, type OpenBody, type tablesIn } from "./layouts.ts";

/**
 * Turns the bytes of a body into others: pure, without waiting. This package holds no cipher and no key.
 *
 * @param bytes - the body
 * @param frame - sequence number and type of its frame
 */
export type BodyCipher = (bytes: Uint8Array, frame: { readonly seq: Uint8Array; readonly type: number }) => Uint8Array;

type BodyTable = ReturnType<typeof tablesIn>["body"];
type Sealed = { readonly seq: Uint8Array; readonly type: number; readonly bytes: Uint8Array };

const UNREADABLE: DecodeError = {
  code: "bad-value",
  offset: frameParts.bodyAt,
  path: "body",
  clause: `${DOCUMENT} frame`,
};

/** The body in the clear; one that its table does not take is refused: the key is another one. */
export const opened = (
  decrypt: BodyCipher,
  { seq, type, bytes }: Sealed,
  table: BodyTable,
): Result<OpenBody, DecodeError> => {
  try {
    const clear = decrypt(bytes.slice(), { seq: seq.slice(), type });
    const body = decode(table, encode(keptBody, { type, body: clear }));
    // Places in the clear text are none of the frame's: the body as a whole is wrong.
    return body.ok
      ? { ok: true, value: body.value.body }
      : { ok: false, error: { ...UNREADABLE, path: body.error.path } };
  } catch {
    return { ok: false, error: UNREADABLE };
  }
};

/** Type and bytes of a body that is to be enciphered. */
export const sealed = (
  encrypt: BodyCipher,
  { seq, body }: { readonly seq: Uint8Array; readonly body: OpenBody },
  table: BodyTable,
): { readonly type: number; readonly body: Uint8Array } => {
  const clear = decode(keptBody, encode(table, { body }));
  if (!clear.ok) throw new TypeError("body: it has no type");
  const { type, body: bytes } = clear.value;
  return { type, body: encrypt(bytes, { seq: seq.slice(), type }) };
};
