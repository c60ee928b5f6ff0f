import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import type { Instant } from "@dianan/model";
import type { AccessStore } from "../ports/access-store.ts";
import type { Caller } from "../ports/caller.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Seals } from "../ports/seals.ts";
import type { Store } from "../ports/store.ts";
import { StoreError } from "../ports/store-error.ts";
import type { Write } from "../ports/write.ts";
import { invalid, isProblem, type Problem, problem } from "./problem.ts";

/** SEC-API-12: how long a repeat gets the first answer. */
export const REPEAT_MS = 24 * 3_600_000;

/** A request that may be a repeat. */
export type Repeatable = {
  readonly caller: Pick<Caller, "tenant" | "actor">;
  /** Idempotency-Key as sent. */ readonly key: string;
  readonly method: string;
  readonly url: URL;
  readonly contentType: string;
  readonly body: Uint8Array;
  readonly now: Instant;
};

/** Does each act once per caller and Idempotency-Key (幂等键), also across a restart. */
export type Repeats = {
  /** The answer of `act`, or of the same request before; `act` does not run a second time unless it refused. */
  once(request: Repeatable, act: () => Promise<Response | Problem>): Promise<Response | Problem>;
};

const keyShape = /^[\x21-\x7e]{16,128}$/;
/** Headers of an answer that belong to what was done, not to how it was asked. */
const KEPT_HEADERS = ["cache-control", "content-type", "etag", "location"];
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Lengths before parts, so that no two lists of parts are one text. */
const digestOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    hash.update(`${bytes.byteLength}:`).update(bytes);
  }
  return hash.digest("base64url");
};

const secretOf = (key: string, id: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", key, id, "dianan idempotency answer 1", 32));

const encrypted = (key: string, id: string, plain: Uint8Array): Uint8Array => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", secretOf(key, id), nonce);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

const decrypted = (key: string, id: string, bytes: Uint8Array): string => {
  const decipher = createDecipheriv("aes-256-gcm", secretOf(key, id), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  }).setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
};

type KeptAnswer = {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  /** base64url; null: none. */ readonly body: string | null;
};

const isConflict = (error: unknown): boolean => error instanceof StoreError && error.code === "conflict";

const busy = (): Problem =>
  problem(
    "idempotency-busy",
    "It runs, or broke off with an unknown outcome: look before you ask again with a new key. 正在处理,或中断而结果未知:请先核对,再换新的键重试。",
  );

/**
 * An answer may hold a secret that is shown once, and the hub keeps only hashes of those (SEC-API-04). A kept answer is therefore
 * encrypted under the caller's own Idempotency-Key, of which only a hash is stored, and sealed with the hub's key around that:
 * neither the database nor the master key nor both open it without the key that only the caller has.
 */
export const createRepeats = (
  { store, accessStore, seals }: { readonly store: Store; readonly accessStore: AccessStore; readonly seals: Seals },
  log: (line: string) => void,
): Repeats => {
  const itemWrite = (id: string, body: JsonObject, expiresAt: Instant, ifVersion: number): Write => ({
    kind: "item",
    item: { kind: "request", id, body, lookup: null, expiresAt },
    ifVersion,
  });

  const answerOf = (sealed: string, key: string, place: readonly string[], id: string): Response => {
    const kept = JSON.parse(decrypted(key, id, seals.open(sealed, place))) as KeptAnswer;
    const body = kept.body === null ? null : Buffer.from(kept.body, "base64url");
    return new Response(body, {
      status: kept.status,
      headers: kept.headers.map(([name, value]): [string, string] => [name, value]),
    });
  };

  return {
    once: async ({ caller: { tenant, actor }, key, method, url, contentType, body, now }, act) => {
      if (!keyShape.test(key))
        return invalid(
          "/header/Idempotency-Key",
          "Idempotency-Key has 16 to 128 visible ASCII characters.",
          "Idempotency-Key 应为 16 到 128 个可见 ASCII 字符。",
        );
      // Of one caller: what another one sends under the same key is another request.
      const id = digestOf(actor, key);
      const fingerprint = digestOf(method, url.pathname + url.search, contentType, body);
      const place = [tenant, "request", id, "answer"];
      const expiresAt = (now + REPEAT_MS) as Instant;

      let version = 0;
      const before = await accessStore.item(tenant, "request", id);
      if (before !== null && before.expiresAt !== null && before.expiresAt > now) {
        if (before.body.fingerprint !== fingerprint)
          return problem("idempotency-mismatch", "Make up a new key for each act. 每次操作请使用新的幂等键。");
        return typeof before.body.answer === "string" ? answerOf(before.body.answer, key, place, id) : busy();
      }
      if (before !== null) version = before.version;
      try {
        await store.commit({ tenant, writes: [itemWrite(id, { fingerprint, answer: null }, expiresAt, version)] });
      } catch (error) {
        // Another one has begun since we looked.
        if (isConflict(error)) return busy();
        throw error;
      }

      const free = (): Promise<unknown> =>
        store.commit({ tenant, writes: [{ kind: "dropItem", item: "request", id, must: false }] });
      let outcome: Response | Problem;
      try {
        outcome = await act();
      } catch (error) {
        // A batch that found no room wrote nothing. After any other failure nobody knows: the key stays taken, so that nothing
        // is done twice.
        if (error instanceof StoreError && error.code === "full") await free().catch(() => {});
        throw error;
      }
      // A refusal did nothing: the same key may try again, with a better body too.
      if (isProblem(outcome) || outcome.status >= 400) {
        await free();
        return outcome;
      }
      const bytes = new Uint8Array(await outcome.arrayBuffer());
      const kept: KeptAnswer = {
        status: outcome.status,
        headers: KEPT_HEADERS.flatMap((name) => {
          const value = outcome instanceof Response ? outcome.headers.get(name) : null;
          return value === null ? [] : [[name, value] as const];
        }),
        body: outcome.body === null ? null : Buffer.from(bytes).toString("base64url"),
      };
      const sealed = seals.seal(encrypted(key, id, Buffer.from(JSON.stringify(kept))), place);
      try {
        await store.commit({
          tenant,
          writes: [itemWrite(id, { fingerprint, answer: sealed }, expiresAt, version + 1)],
        });
      } catch (error) {
        // It is done, and says so; a repeat is refused instead of answered.
        log(`an answer could not be kept for its Idempotency-Key: ${error instanceof Error ? error.message : "?"}`);
      }
      return new Response(kept.body === null ? null : bytes, { status: outcome.status, headers: outcome.headers });
    },
  };
};
