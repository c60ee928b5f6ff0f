import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import { regionPrefix } from "../core/region.ts";
import type { Sessions } from "../ports/access-engine.ts";
import type { AccessItem } from "../ports/access-store.ts";
import type { Scope } from "../ports/caller.ts";
import type { Displays, DisplayView } from "../ports/displays.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { type AccessDeps, allOf, tryCommit } from "./access-deps.ts";
import { told } from "./act.ts";
import { newCode, secretHash } from "./secrets.ts";

/** Read from a screen and typed at another: 78 bits. */
const CODE_LENGTH = 16;
const CODE_MS = 24 * 3_600_000;

/** `session`: the only one that the display has; empty before its code was typed. */
type DisplayBody = {
  readonly name: string;
  readonly scope: Scope;
  readonly createdAt: Instant;
  readonly session: string;
};

const bodyOf = (item: AccessItem): DisplayBody => item.body as unknown as DisplayBody;

const displayWrite = (id: string, body: DisplayBody, ifVersion: number): Write => ({
  kind: "item",
  item: { kind: "display", id, body: body as unknown as JsonObject, lookup: null, expiresAt: null },
  ifVersion,
});

/** What a display may show: what is asked for, within what who allows it may see; null when it would be more. */
export const narrowedScope = (own: Scope, asked: Scope): Scope | null => {
  const holds = (list: readonly string[] | undefined, wanted: readonly string[] | undefined): boolean =>
    list === undefined || wanted === undefined || wanted.every((one) => list.includes(one));
  const isInRegions = (asked.regions ?? []).every(
    (region) => own.regions?.some((one) => region.startsWith(regionPrefix(one))) ?? true,
  );
  const isInside =
    holds(own.units, asked.units) &&
    holds(own.operators, asked.operators) &&
    holds(own.placeTypes, asked.placeTypes) &&
    isInRegions;
  return isInside ? { ...own, ...asked } : null;
};

/** Wall displays (大屏), SEC-USR-07: a code that works once binds one browser, until somebody revokes it. */
export const createDisplays = (deps: AccessDeps): Displays => {
  const { access, store } = deps;

  const sessionOf = async (tenant: TenantId, { session }: DisplayBody): Promise<AccessItem | null> =>
    session === "" ? null : access.item(tenant, "session", session);
  const viewOf = async (item: AccessItem): Promise<DisplayView> => {
    const { session: _, ...view } = bodyOf(item);
    const session = await sessionOf(item.tenant, bodyOf(item));
    return { id: item.id, ...view, lastSeenAt: session === null ? null : (session.body.seenAt as Instant) };
  };

  return {
    list: async (tenant) => Promise.all((await allOf(access, tenant, "display")).map(viewOf)),
    add: async (who, { name, scope }, at) => {
      const narrowed = narrowedScope(who.scope, scope);
      if (narrowed === null) return "beyond";
      const id = randomUUID();
      const code = newCode(CODE_LENGTH);
      const expiresAt = (at.now + CODE_MS) as Instant;
      const body: DisplayBody = { name, scope: narrowed, createdAt: at.now, session: "" };
      await store.commit({
        tenant: who.tenant,
        writes: [
          displayWrite(id, body, 0),
          {
            kind: "item",
            item: { kind: "code", id: randomUUID(), body: { display: id }, lookup: secretHash(code), expiresAt },
            ifVersion: 0,
          },
          told(who, "display.create", `display:${id}`, "done", at, name),
        ],
      });
      const view = { id, name, scope: narrowed, createdAt: at.now, lastSeenAt: null };
      return { view, code, expiresAt };
    },
    remove: async (who, id, at) => {
      const item = await access.item(who.tenant, "display", id);
      if (item === null) return "absent";
      const codes = (await allOf(access, who.tenant, "code")).filter(({ body }) => body.display === id);
      const { session } = bodyOf(item);
      const outcome = await tryCommit(deps, who.tenant, [
        { kind: "dropItem", item: "display", id, must: true },
        ...codes.map((code): Write => ({ kind: "dropItem", item: "code", id: code.id, must: false })),
        { kind: "dropItem", item: "session", id: session, must: false },
        told(who, "display.remove", `display:${id}`, "done", at),
      ]);
      return outcome === "done" ? "done" : "absent";
    },
  };
};

/** A display's code becomes its only session; null when the display is gone or was opened by another meanwhile. */
export const openDisplay = async (
  deps: AccessDeps,
  sessions: Sessions,
  code: AccessItem,
  circumstance: Parameters<Sessions["openFor"]>[1],
  agent: string,
): Promise<string | null> => {
  const id = String(code.body.display);
  const item = await deps.access.item(code.tenant, "display", id);
  if (item === null) return null;
  const body = bodyOf(item);
  const role = "wallDisplay";
  const holder = { name: body.name, role, scope: body.scope, scopes: null, key: "", display: id };
  const opened = sessions.openFor(holder, circumstance, agent);
  const outcome = await tryCommit(deps, code.tenant, [
    { kind: "dropItem", item: "code", id: code.id, must: true },
    displayWrite(id, { ...body, session: opened.id }, item.version),
    ...opened.writes,
    told({ actor: `display:${id}`, role }, "session.signIn", `display:${id}`, "done", circumstance, "display"),
  ]);
  return outcome === "done" ? opened.secret : null;
};
