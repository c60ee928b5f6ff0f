import type { Instant, TenantId } from "@dianan/model";
import type { Caller, Circumstance, Scope } from "./caller.ts";

/** A wall display (大屏) as administrators see it. */
export type DisplayView = {
  readonly id: string;
  readonly name: string;
  readonly scope: Scope;
  readonly createdAt: Instant;
  /** To the minute; null before its code was typed. */ readonly lastSeenAt: Instant | null;
};

/** Wall displays, SEC-USR-07. */
export type Displays = {
  list(tenant: TenantId): Promise<readonly DisplayView[]>;
  /** A display and the code to type at it, good once within a day; `beyond`: it would show more than who allows it may see. */
  add(
    who: Caller,
    draft: Pick<DisplayView, "name" | "scope">,
    at: Circumstance,
  ): Promise<{ readonly view: DisplayView; readonly code: string; readonly expiresAt: Instant } | "beyond">;
  /** Ends it, its code and its session in one act. */
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | "absent">;
};
