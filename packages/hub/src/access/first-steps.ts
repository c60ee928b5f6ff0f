import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { FirstSteps, Sessions } from "../ports/access-engine.ts";
import type { Keys } from "../ports/machines.ts";
import { type AccessDeps, tryCommit } from "./access-deps.ts";
import { told } from "./act.ts";
import { openDisplay } from "./displays.ts";
import { newCode, secretHash, typedCode } from "./secrets.ts";

/** The code is read from a terminal and typed into a browser. */
const LOOK_MS = 30 * 60_000;
const LOOK_LENGTH = 12;
/** What a first look may do: watch. */
const LOOK_ROLE = "dutyOfficer";

/** A code for a first look at the console (首次查看), good once; the sessions it opens end when there is an account. */
export const issueLookCode = async (deps: AccessDeps, tenant: TenantId, now: Instant): Promise<string> => {
  const code = newCode(LOOK_LENGTH);
  await deps.store.commit({
    tenant,
    writes: [
      {
        kind: "item",
        item: {
          kind: "code",
          id: randomUUID(),
          body: { look: true },
          lookup: secretHash(code),
          expiresAt: (now + LOOK_MS) as Instant,
        },
        ifVersion: 0,
      },
    ],
  });
  return code;
};

export const createFirstSteps = (deps: AccessDeps, sessions: Sessions, keys: Keys): FirstSteps => ({
  trade: async ({ use, secret }, circumstance, agent) => {
    if (use === "key") {
      const caller = await keys.bySecret(secret, circumstance.now);
      if (caller === null) return null;
      const { name, role, scope, scopes } = caller;
      const opened = sessions.openFor({ name, role, scope, scopes, key: caller.credential }, circumstance, agent);
      const entry = told(caller, "session.signIn", caller.actor, "done", circumstance, "key");
      await deps.store.commit({ tenant: caller.tenant, writes: [...opened.writes, entry] });
      return { session: opened.secret, isDisplay: false };
    }
    const item = await deps.access.find("code", secretHash(typedCode(secret)));
    if (item === null || (item.expiresAt ?? 0) <= circumstance.now) return null;
    if (item.body.display !== undefined) {
      const session = await openDisplay(deps, sessions, item, circumstance, agent);
      return session === null ? null : { session, isDisplay: true };
    }
    if (item.body.look !== true) return null;
    const holder = { name: "first look 首次查看", role: LOOK_ROLE, scope: {}, scopes: null, key: "" };
    const opened = sessions.openFor(holder, circumstance, agent);
    // Of two who come with the same code at once, one removes it.
    const outcome = await tryCommit(deps, item.tenant, [
      { kind: "dropItem", item: "code", id: item.id, must: true },
      ...opened.writes,
      told("nobody", "session.signIn", "", "done", circumstance, "first look"),
    ]);
    return outcome === "done" ? { session: opened.secret, isDisplay: false } : null;
  },
});
