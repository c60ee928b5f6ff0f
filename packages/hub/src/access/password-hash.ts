import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** Cost of new hashes (SEC-USR-03): N = 2^17, r = 8, p = 1, 128 MiB for a third of a second. */
const NOW = { n: 17, r: 8, p: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Hashes being made at once: each takes a thread and 128 MiB. The others wait. */
const AT_ONCE = 2;
/** Waiting for their turn; beyond it a sign-in is asked to come again, so that a flood costs strangers and not memory. */
const WAITING_MAX = 64;

/** Too many sign-ins are being checked. */
export class BusyHashing extends Error {
  constructor() {
    super("too many passwords are being checked");
    this.name = "BusyHashing";
  }
}

/** Hashes and checks passwords in the thread pool: the event loop never waits for one. */
export type PasswordHashes = {
  /** @throws BusyHashing */ hash(password: string): Promise<string>;
  /** `stale`: right, but made at a lower cost than today's. @throws BusyHashing */
  check(password: string, stored: string): Promise<"right" | "stale" | "wrong">;
};

type Cost = { readonly n: number; readonly r: number; readonly p: number };

/** @param cost - exponent and factors of scrypt; lower ones are for tests */
export const createPasswordHashes = (cost: Cost = NOW): PasswordHashes => {
  let running = 0;
  const waiting: (() => void)[] = [];

  const derive = async (password: string, salt: Uint8Array, { n, r, p }: Cost): Promise<Buffer> => {
    if (running >= AT_ONCE) {
      if (waiting.length >= WAITING_MAX) throw new BusyHashing();
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    running += 1;
    try {
      const options: ScryptOptions = { N: 2 ** n, r, p, maxmem: 2 ** (n + 7) * r + 2 ** 20 };
      // Composed and decomposed spellings of a letter are one password (NFKC, ASVS 6.2.x).
      return await new Promise((resolve, reject) =>
        scrypt(password.normalize("NFKC"), salt, HASH_BYTES, options, (error, key) =>
          error ? reject(error) : resolve(key),
        ),
      );
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };

  return {
    hash: async (password) => {
      const salt = randomBytes(SALT_BYTES);
      const key = await derive(password, salt, cost);
      return `scrypt$${cost.n}$${cost.r}$${cost.p}$${salt.toString("base64url")}$${key.toString("base64url")}`;
    },
    check: async (password, stored) => {
      const [form, n, r, p, salt = "", hash = ""] = stored.split("$");
      const made: Cost = { n: Number(n), r: Number(r), p: Number(p) };
      const right = Buffer.from(hash, "base64url");
      if (form !== "scrypt" || right.length !== HASH_BYTES) throw new TypeError("it is no stored password");
      const key = await derive(password, Buffer.from(salt, "base64url"), made);
      if (!timingSafeEqual(key, right)) return "wrong";
      return made.n < cost.n || made.r < cost.r || made.p < cost.p ? "stale" : "right";
    },
  };
};
