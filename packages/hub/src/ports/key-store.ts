import type { Instant, TenantId } from "@dianan/model";

/** An API key or a console session as stored: only the SHA-256 of the secret (SEC-API-04). */
export type StoredKey = {
  readonly id: string;
  readonly tenant: TenantId;
  readonly name: string;
  /** `key`: API key; `session`: console cookie; `code`: one-time sign-in code. */ readonly use:
    | "key"
    | "session"
    | "code";
  readonly hash: Uint8Array;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
};

export type KeyStore = {
  add(key: StoredKey): Promise<void>;
  find(hash: Uint8Array): Promise<StoredKey | null>;
  /** Removes it; resolves to false when it was not there (a one-time code used twice). */
  remove(id: string): Promise<boolean>;
  count(tenant: TenantId, use: StoredKey["use"]): Promise<number>;
  /** Removes what has expired. */ sweep(now: Instant): Promise<void>;
};
