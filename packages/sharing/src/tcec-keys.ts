import type { Result } from "./result.ts";
import type { TcecFault } from "./tcec.ts";

/** How a partner differs from the text of the standard (对接方差异): data, not code. */
export type TcecProfile = {
  /** How its secrets write their bytes; the standard has 16 ASCII characters. */
  readonly secretForm: "text" | "hex" | "base64";
  /** Letter case of signatures; the standard has upper case. `any`: taken in either, sent in upper case. */
  readonly sigCase: "upper" | "lower" | "any";
  /**
   * Signatures of its answers. `lenient`: one over OperatorID + Data, or the request's own, will do too; `none`: not looked at.
   * Seen in the field; only `strict` proves who answered.
   */
  readonly answerSig: "strict" | "lenient" | "none";
  /** Whether its `Ret` may be a text; the standard has an integer. */ readonly ret: "integer" | "text";
};

/** As T/CEC 102.4-2016 has it. */
export const standardTcecProfile: TcecProfile = {
  secretForm: "text",
  sigCase: "upper",
  answerSig: "strict",
  ret: "integer",
};

/** Secrets of one direction, as they were agreed (密钥). */
export type TcecSecrets = {
  readonly dataSecret: string;
  readonly dataSecretIv: string;
  readonly sigSecret: string;
};

/** Their bytes. Only in memory. */
export type TcecKeys = { readonly data: Uint8Array; readonly iv: Uint8Array; readonly sig: Uint8Array };

const AES_BYTES = 16;
const CLAUSE = "T/CEC 102.4-2016";

const bytesOf = (text: string, form: TcecProfile["secretForm"]): Uint8Array | null => {
  if (form === "text") return /^[\x20-\x7e]+$/.test(text) ? new TextEncoder().encode(text) : null;
  if (form === "hex")
    return /^([0-9A-Fa-f]{2})+$/.test(text)
      ? Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
      : null;
  if (!/^[A-Za-z0-9+/]{2,}={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
};

/** The bytes of a partner's secrets, or every secret that has none or too few; faults repeat no secret. */
export const tcecKeys = (
  secrets: TcecSecrets,
  { secretForm }: Pick<TcecProfile, "secretForm">,
): Result<TcecKeys, readonly TcecFault[]> => {
  const faults: TcecFault[] = [];
  const read = (member: keyof TcecSecrets, length: number | null): Uint8Array => {
    const bytes = bytesOf(secrets[member], secretForm);
    if (bytes !== null && (length === null || bytes.length === length)) return bytes;
    const en = length === null ? "at least 1 byte" : `${length} bytes`;
    const zh = length === null ? "至少 1 字节" : `${length} 字节`;
    faults.push({
      path: `/${member}`,
      clause: CLAUSE,
      message: {
        zh: `${member} 应为${zh}(${secretForm});请核对约定的密钥`,
        en: `${member} must be ${en} as ${secretForm}: compare it with what was agreed`,
      },
    });
    return new Uint8Array();
  };
  const keys = {
    data: read("dataSecret", AES_BYTES),
    iv: read("dataSecretIv", AES_BYTES),
    sig: read("sigSecret", null),
  };
  return faults.length === 0 ? { ok: true, value: keys } : { ok: false, error: faults };
};
