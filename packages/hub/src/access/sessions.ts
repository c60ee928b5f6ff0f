import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { AccessItem } from "../ports/access-store.ts";
import type { Caller, Circumstance } from "../ports/caller.ts";
import type { JsonObject, Write } from "../ports/store.ts";
import { type AccessDeps, allOf, tryCommit } from "./access-deps.ts";
import { type Account, accountOf } from "./account.ts";
import { told } from "./act.ts";
import { newSecret, secretHash } from "./secrets.ts";

const MINUTE_MS = 60_000;
/** SEC-USR-06. */
export const SESSION_MS = 12 * 60 * MINUTE_MS;
const IDLE_MS = 30 * MINUTE_MS;
const ADMINISTRATOR_IDLE_MS = 15 * MINUTE_MS;
/** How often it is written down that a session is in use. */
const SEEN_EVERY_MS = MINUTE_MS;

/** A session (会话) as stored. */
type SessionBody = {
  readonly account: string;
  readonly openedAt: Instant;
  readonly seenAt: Instant;
  readonly factorAt: Instant | null;
  readonly source: string;
  readonly agent: string;
};

/** A session as its owner and administrators see it. */
export type SessionView = Omit<SessionBody, "account"> & { readonly id: string };

export type Sessions = {
  /** The writes that open one, to be committed with the act that allows it, and its secret. */
  open(
    account: Account,
    circumstance: Circumstance,
    agent: string,
    withFactor: boolean,
  ): {
    readonly secret: string;
    readonly writes: readonly Write[];
  };
  /** Who a cookie stands for; null when it is none, or idle or old, or its account was disabled. */
  find(secret: string, now: Instant): Promise<Caller | null>;
  list(tenant: TenantId, account: string): Promise<readonly SessionView[]>;
  /** @param id - null: all of the account; `except` stays open */
  end(
    who: Caller,
    account: string,
    id: string | null,
    circumstance: Circumstance,
    except?: string,
  ): Promise<"done" | "absent">;
  /** Marks that the second factor was shown again (SEC-USR-09). */
  stepUp(caller: Caller, circumstance: Circumstance): Promise<void>;
};

const bodyOf = (item: AccessItem): SessionBody => item.body as unknown as SessionBody;

export const createSessions = (deps: AccessDeps): Sessions => {
  const { access, roles, store } = deps;
  const written = new Map<string, number>();

  const write = (id: string, hash: Uint8Array | null, body: SessionBody): Write => ({
    kind: "item",
    item: {
      kind: "session",
      id,
      body: body as unknown as JsonObject,
      lookup: hash,
      expiresAt: (body.openedAt + SESSION_MS) as Instant,
    },
    ifVersion: null,
  });

  const seen = (item: AccessItem, now: Instant): void => {
    const body = bodyOf(item);
    if (now - Math.max(body.seenAt, written.get(item.id) ?? 0) < SEEN_EVERY_MS) return;
    written.set(item.id, now);
    const again = { ...body, seenAt: now };
    // Only as it was: a session that was ended meanwhile stays ended.
    void tryCommit({ store }, item.tenant, [
      { ...(write(item.id, item.lookup, again) as Extract<Write, { kind: "item" }>), ifVersion: item.version },
    ]).catch(() => {});
  };

  return {
    open: (account, { now, source }, agent, withFactor) => {
      const secret = newSecret("ds_");
      const body: SessionBody = {
        account: account.id,
        openedAt: now,
        seenAt: now,
        factorAt: withFactor ? now : null,
        source,
        agent: agent.slice(0, 200),
      };
      return { secret, writes: [write(randomUUID(), secretHash(secret), body)] };
    },
    find: async (secret, now) => {
      const item = await access.find("session", secretHash(secret));
      if (item === null) return null;
      const body = bodyOf(item);
      const kept = await access.item(item.tenant, "account", body.account);
      if (kept === null) return null;
      const account = accountOf(kept);
      const idleMs = roles.isAdministrator(account.role) ? ADMINISTRATOR_IDLE_MS : IDLE_MS;
      const seenAt = Math.max(body.seenAt, written.get(item.id) ?? 0);
      if (account.status !== "active" || now - seenAt > idleMs || now - body.openedAt > SESSION_MS) return null;
      seen(item, now);
      return {
        tenant: item.tenant,
        actor: `account:${account.id}`,
        name: account.displayName,
        role: account.role,
        scope: account.scope,
        by: "session",
        credential: item.id,
        factorAt: body.factorAt,
      };
    },
    list: async (tenant, account) =>
      (await allOf(access, tenant, "session"))
        .filter(({ body }) => body.account === account)
        .map((item) => {
          const { account: _, ...view } = bodyOf(item);
          return { id: item.id, ...view };
        }),
    end: async (who, account, id, circumstance, except = "") => {
      const ended = (await allOf(access, who.tenant, "session")).filter(
        (item) => item.body.account === account && item.id !== except && (id === null || item.id === id),
      );
      if (ended.length === 0) return "absent";
      await store.commit({
        tenant: who.tenant,
        writes: [
          ...ended.map((item): Write => ({ kind: "dropItem", item: "session", id: item.id, must: false })),
          told(who, "session.end", `account:${account}`, "done", circumstance, `${ended.length}`),
        ],
      });
      return "done";
    },
    stepUp: async (caller, circumstance) => {
      const item = await access.item(caller.tenant, "session", caller.credential);
      if (item === null) return;
      const body = { ...bodyOf(item), factorAt: circumstance.now, seenAt: circumstance.now };
      await store.commit({
        tenant: caller.tenant,
        writes: [
          write(item.id, item.lookup, body),
          told(caller, "session.stepUp", `session:${item.id}`, "done", circumstance),
        ],
      });
    },
  };
};
