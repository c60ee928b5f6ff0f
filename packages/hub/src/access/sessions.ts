import { randomUUID } from "node:crypto";
import type { Instant } from "@dianan/model";
import { ABSOLUTE_HOURS_MAX } from "../core/security-rules.ts";
import type { SessionBody, SessionHolder, Sessions } from "../ports/access-engine.ts";
import type { AccessItem } from "../ports/access-store.ts";
import type { Circumstance } from "../ports/caller.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { type AccessDeps, allOf, tryCommit } from "./access-deps.ts";
import { accountOf } from "./account.ts";
import { told } from "./act.ts";
import { newSecret, secretHash } from "./secrets.ts";
import { rulesOf } from "./security-policy.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How often it is written down that a session is in use. */
const SEEN_EVERY_MS = MINUTE_MS;

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
      // The rules may end it sooner; then it is only swept.
      expiresAt:
        body.holder?.display === undefined ? ((body.openedAt + ABSOLUTE_HOURS_MAX * HOUR_MS) as Instant) : null,
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

  const opened = (
    whose: Pick<SessionBody, "account" | "holder">,
    { now, source }: Circumstance,
    agent: string,
    withFactor: boolean,
  ): ReturnType<Sessions["openFor"]> => {
    const secret = newSecret("ds_");
    const body: SessionBody = {
      ...whose,
      openedAt: now,
      seenAt: now,
      factorAt: withFactor ? now : null,
      source,
      agent: agent.slice(0, 200),
    };
    const id = randomUUID();
    return { id, secret, writes: [write(id, secretHash(secret), body)] };
  };
  /** Whether a session without an account still holds: its key or display is there, or nobody has an account yet. */
  const holds = async (item: AccessItem, { key, display }: SessionHolder, now: Instant): Promise<boolean> => {
    // SEC-USR-07: until somebody revokes it, however long nothing is typed at it.
    if (display !== undefined) return (await access.item(item.tenant, "display", display))?.body.session === item.id;
    const { absoluteHours } = await rulesOf(deps, item.tenant);
    if (now - bodyOf(item).openedAt > absoluteHours * HOUR_MS) return false;
    if (key === "") return (await access.count(item.tenant, "account")) === 0;
    const kept = await access.item(item.tenant, "key", key);
    return kept !== null && (kept.expiresAt ?? 0) > now;
  };

  return {
    open: (account, circumstance, agent, withFactor) =>
      opened({ account: account.id, holder: null }, circumstance, agent, withFactor),
    openFor: (holder, circumstance, agent) => opened({ account: "", holder }, circumstance, agent, false),
    find: async (secret, now) => {
      const item = await access.find("session", secretHash(secret));
      if (item === null) return null;
      const body = bodyOf(item);
      const { holder } = body;
      if (holder !== null) {
        if (!(await holds(item, holder, now))) return null;
        const { key, display, ...who } = holder;
        if (display !== undefined) seen(item, now);
        const actor = display !== undefined ? `display:${display}` : key === "" ? "nobody" : `key:${key}`;
        return { tenant: item.tenant, actor, ...who, by: "session", credential: item.id, factorAt: null };
      }
      const [kept, rules] = await Promise.all([
        access.item(item.tenant, "account", body.account),
        rulesOf(deps, item.tenant),
      ]);
      if (kept === null) return null;
      const account = accountOf(kept);
      const isAdministrator = roles.isAdministrator(account.role);
      // SEC-USR-06.
      const idleMs = (isAdministrator ? rules.administratorIdleMinutes : rules.idleMinutes) * MINUTE_MS;
      const absoluteMs = rules.absoluteHours * HOUR_MS;
      const seenAt = Math.max(body.seenAt, written.get(item.id) ?? 0);
      if (account.status !== "active" || now - seenAt > idleMs || now - body.openedAt > absoluteMs) return null;
      seen(item, now);
      return {
        tenant: item.tenant,
        actor: `account:${account.id}`,
        name: account.displayName,
        role: account.role,
        scope: account.scope,
        scopes: null,
        by: "session",
        credential: item.id,
        factorAt: body.factorAt,
      };
    },
    list: async (tenant, account) => {
      const { absoluteHours } = await rulesOf(deps, tenant);
      return (await allOf(access, tenant, "session"))
        .filter(({ body }) => body.account === account)
        .map((item) => {
          const { account: _, holder: _holder, ...view } = bodyOf(item);
          return { id: item.id, ...view, expiresAt: (view.openedAt + absoluteHours * HOUR_MS) as Instant };
        });
    },
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
    signOut: async (caller, circumstance) => {
      await store.commit({
        tenant: caller.tenant,
        writes: [
          { kind: "dropItem", item: "session", id: caller.credential, must: false },
          told(caller, "session.signOut", `session:${caller.credential}`, "done", circumstance),
        ],
      });
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
