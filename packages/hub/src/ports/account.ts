import type { Instant, TenantId } from "@dianan/model";
import type { Scope } from "./caller.ts";

/** A person's account (账号, SEC-USR-01) as stored; secrets in it are hashes or sealed. */
export type AccountBody = {
  /** As it is typed at sign-in, in its one spelling; unique in the hub. */ readonly name: string;
  readonly displayName: string;
  readonly role: string;
  readonly scope: Scope;
  /** `invited`: has no password yet. */ readonly status: "invited" | "active" | "disabled";
  readonly password: {
    readonly hash: string;
    readonly setAt: Instant;
    /** Hashes of those before it, newest first. */ readonly before: readonly string[];
  } | null;
  readonly totp: { readonly secret: string; readonly lastStep: number } | null;
  /** Hashes of recovery codes (恢复码) that are left. */ readonly recovery: readonly string[];
  readonly createdAt: Instant;
  readonly lastSignInAt: Instant | null;
  readonly disabledReason: string;
  /** Language of mails and notices. */ readonly language: "zh" | "en";
  /** Single-key shortcuts of the console. */ readonly areKeysOn: boolean;
  /** Mail address and phone, sealed (SEC-PII-02); empty when there are none. */ readonly contact: string;
};

/** An account with the version that a change must name. */
export type Account = AccountBody & { readonly tenant: TenantId; readonly id: string; readonly version: number };
