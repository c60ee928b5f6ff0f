import { type OperationRow, operations } from "@dianan/open-api/tables";
import { offsetTime } from "../core/offset-time.ts";
import { passwordPolicies } from "../core/password-policy.ts";
import type { SessionView } from "../ports/access-engine.ts";
import type { Account } from "../ports/account.ts";
import type { Caller, Scope } from "../ports/caller.ts";
import { sessionCookie } from "./credentials.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { type Problem, problem, readAgain } from "./problem.ts";
import { badCredentials, forOwn, passwordRejected, withBody } from "./sign-in-routes.ts";
import { STEP_UP_MS } from "./step-up.ts";

const DAY_MS = 86_400_000;
const PASSKEY_ID = /^[0-9a-f-]{36}\.[0-9a-f]{24}$/;

/** A role and where it holds, as the document has it. */
export const grantView = (role: string, scope: Scope) =>
  Object.keys(scope).length === 0 ? { role } : { role, within: scope };

/** Operations that a role allows. */
export const allowedTo = (role: string): readonly string[] =>
  (operations as readonly OperationRow[]).filter(({ roles }) => roles.some((one) => one === role)).map(({ id }) => id);

/** A session as the document has it. */
export const sessionInfo = (deps: HttpDeps, userId: string, session: SessionView, current: string) => {
  const time = (at: number): string => offsetTime(at, deps.utcOffsetMinutes);
  return {
    id: session.id,
    userId,
    isCurrent: session.id === current,
    createdAt: time(session.openedAt),
    lastSeenAt: time(session.seenAt),
    expiresAt: time(session.expiresAt),
    source: session.source,
    browser: session.agent,
  };
};

const lastFactor = (): Problem => problem("last-factor", "Set up another one first. 请先设置其他第二因素。");

/** One's own account: password, second factors, sessions (SEC-USR-01 to -09). */
export const accountRoutes = (deps: HttpDeps): readonly Route[] => {
  const { people, sessions, signIn, enrolment, passkeys, security } = deps.access;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const view = async (account: Account, caller: Caller): Promise<Response> => {
    const hasPasskey = (await passkeys.list(account.tenant, account.id)).length > 0;
    const { maxAgeDays } = passwordPolicies[(await security.find(account.tenant)).policy];
    const setAt = account.password?.setAt ?? null;
    const body = {
      id: account.id,
      account: account.name,
      name: account.displayName,
      grant: grantView(account.role, account.scope),
      operations: allowedTo(account.role),
      factors: [...(account.totp === null ? [] : ["totp"]), ...(hasPasskey ? ["passkey"] : [])],
      passwordExpiresAt: maxAgeDays === null || setAt === null ? null : time(setAt + maxAgeDays * DAY_MS),
      recoveryCodesLeft: account.recovery.length,
      language: account.language,
      stepUpUntil: caller.factorAt === null ? null : time(caller.factorAt + STEP_UP_MS),
    };
    return json(body, 200, { ETag: `"${account.version}"` });
  };
  const own = (
    method: Route["method"],
    path: string,
    work: (account: Account, ask: Ask, caller: Caller) => Promise<Response | Problem>,
  ): Route => ({ method, path, handle: forOwn(deps, (account, ask) => work(account, ask, ask.caller as Caller)) });
  const ownWith = <T>(
    method: Route["method"],
    path: string,
    work: (body: T, account: Account, ask: Ask, caller: Caller) => Promise<Response | Problem>,
  ): Route =>
    own(method, path, async (account, ask, caller) =>
      withBody<T>(method, path, (body) => work(body, account, ask, caller))(ask),
    );
  const done = (): Response => new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  const conflict = (): Problem => readAgain();

  return [
    own("GET", "/api/v1/me", (account, _, caller) => view(account, caller)),
    ownWith<{ name?: string; language?: "zh" | "en"; areKeysOn?: boolean }>(
      "PATCH",
      "/api/v1/me",
      async ({ name, ...set }, account, { request, circumstance }, caller) => {
        const match = request.headers.get("if-match");
        if (match === null) return problem("precondition-required", "Send If-Match. 请发送 If-Match。");
        if (match !== `"${account.version}"`) return conflict();
        const change = name === undefined ? set : { ...set, displayName: name };
        const changed = await people.changeOwn(caller, change, circumstance);
        return changed === null ? conflict() : view(changed, caller);
      },
    ),
    ownWith<{ old: string; new: string }>("POST", "/api/v1/me/password", async (body, _, { circumstance }, caller) => {
      const outcome = await people.changeOwnPassword(caller, body.old, body.new, circumstance);
      if (outcome.kind === "faults") return passwordRejected(outcome.faults, "/new");
      return outcome.kind === "done" ? done() : badCredentials();
    }),
    ownWith<{ code?: string; recoveryCode?: string; passkey?: { ticket: string; credential: object } }>(
      "POST",
      "/api/v1/session/step-up",
      async ({ code, recoveryCode, passkey }, account, { circumstance }, caller) => {
        if (passkey !== undefined) {
          if (!(await passkeys.check(account, passkey.ticket, passkey.credential, circumstance)))
            return badCredentials();
        } else {
          const factor =
            code === undefined
              ? ({ kind: "recovery", code: recoveryCode ?? "" } as const)
              : ({ kind: "totp", code } as const);
          const taken = signIn.take(account, factor, circumstance.now);
          if (taken === null) return badCredentials();
          if ((await people.changeOwnFactors(caller, () => taken, factor.kind, circumstance)) === null)
            return badCredentials();
        }
        await sessions.stepUp(caller, circumstance);
        return done();
      },
    ),
    own("POST", "/api/v1/me/totp", async (account, { circumstance }) => {
      const offer = await enrolment.offerFor(account, circumstance);
      return json({ ticket: offer.challenge, secret: offer.text, uri: offer.uri });
    }),
    ownWith<{ ticket: string; code: string }>("POST", "/api/v1/me/totp/confirm", async (body, _, ask) => {
      const agent = ask.request.headers.get("user-agent") ?? "";
      const { step, recovery } = await enrolment.confirm(body.ticket, body.code, ask.circumstance, agent);
      if (step.kind !== "open") return badCredentials();
      return json({ codes: recovery }, 200, { "Set-Cookie": sessionCookie(step.session, ask.isSecure) });
    }),
    own("DELETE", "/api/v1/me/totp", async (account, { circumstance }, caller) => {
      if ((await passkeys.list(account.tenant, account.id)).length === 0) return lastFactor();
      const changed = await people.changeOwnFactors(caller, (one) => ({ ...one, totp: null }), "totp", circumstance);
      return changed === null ? conflict() : done();
    }),
    own("GET", "/api/v1/me/passkeys", async (account) => {
      const items = await passkeys.list(account.tenant, account.id);
      return json({
        items: items.map((one) => ({ ...one, createdAt: time(one.createdAt), lastUsedAt: time(one.lastUsedAt) })),
      });
    }),
    own("POST", "/api/v1/me/passkey-options", async (account, { circumstance }) => {
      const { challenge, options } = await passkeys.offer(account, circumstance.now);
      return json({ ticket: challenge, publicKey: options });
    }),
    ownWith<{ ticket: string; name: string; credential: object }>(
      "POST",
      "/api/v1/me/passkeys",
      async (body, account, { circumstance }) => {
        const made = await passkeys.add(account, body.ticket, body.credential, body.name, circumstance);
        if (made === null) return badCredentials();
        const shown = { ...made, createdAt: time(made.createdAt), lastUsedAt: null };
        return json(shown, 201, { Location: `/api/v1/me/passkeys/${made.id}` });
      },
    ),
    own("DELETE", "/api/v1/me/passkeys/{id}", async (account, { id, circumstance }) => {
      const mine = await passkeys.list(account.tenant, account.id);
      if (!PASSKEY_ID.test(id) || !mine.some((one) => one.id === id))
        return problem("not-found", "There is no such passkey. 没有此通行密钥。");
      if (mine.length === 1 && account.totp === null) return lastFactor();
      await passkeys.remove(account, id, circumstance);
      return done();
    }),
    own("POST", "/api/v1/me/recovery-codes", async (_, { circumstance }, caller) => {
      const codes = await people.renewRecoveryCodes(caller, circumstance);
      return codes === null ? conflict() : json({ codes });
    }),
    own("GET", "/api/v1/me/sessions", async (account, _, caller) => {
      const items = await sessions.list(account.tenant, account.id);
      return json({ items: items.map((one) => sessionInfo(deps, account.id, one, caller.credential)) });
    }),
    own("DELETE", "/api/v1/me/sessions", async (account, { circumstance }, caller) => {
      await sessions.end(caller, account.id, null, circumstance, caller.credential);
      return done();
    }),
    own("DELETE", "/api/v1/me/sessions/{id}", async (account, { id, circumstance }, caller) =>
      (await sessions.end(caller, account.id, id, circumstance)) === "absent"
        ? problem("not-found", "There is no such session. 没有此会话。")
        : done(),
    ),
  ];
};
