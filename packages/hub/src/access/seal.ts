import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Seals } from "../ports/seals.ts";
import type { KeyRing } from "./key-ring.ts";

/** A secret that was moved, changed, or made with another key. */
export class SealError extends Error {
  readonly code = "sealed";
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "SealError";
  }
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM, a random 96-bit nonce each time; the text names its form and key: `s1.<key version>.<base64url>`. */
export const createSeals = (ring: KeyRing): Seals => {
  const key = ring.keyFor("seal");
  const aad = (place: readonly string[]): Buffer => Buffer.from(JSON.stringify(place), "utf8");
  return {
    seal: (secret, place) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(aad(place));
      const body = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
      return `s1.${ring.version}.${body.toString("base64url")}`;
    },
    open: (sealed, place) => {
      const [form, version, text, ...more] = sealed.split(".");
      if (form !== "s1" || text === undefined || more.length > 0) throw new SealError("it is no sealed secret");
      if (version !== String(ring.version)) throw new SealError(`it was sealed with key ${version}`);
      const body = Buffer.from(text, "base64url");
      if (body.length < NONCE_BYTES + TAG_BYTES || body.toString("base64url") !== text)
        throw new SealError("it is no sealed secret");
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, body.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        })
          .setAAD(aad(place))
          .setAuthTag(body.subarray(-TAG_BYTES));
        return new Uint8Array(
          Buffer.concat([decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]),
        );
      } catch (cause) {
        throw new SealError("it was changed, moved, or sealed with another key", { cause });
      }
    },
  };
};

/** A sealed text; null: it was changed, moved, or sealed with a master key that the hub no longer has. */
export const openedText = (seals: Pick<Seals, "open">, sealed: string, place: readonly string[]): string | null => {
  try {
    return new TextDecoder().decode(seals.open(sealed, place));
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
};
