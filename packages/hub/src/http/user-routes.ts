import { roles } from "@dianan/open-api/tables";
import { maskName } from "@dianan/sharing";
import { offsetTime } from "../core/offset-time.ts";
import type { Outcome, PeopleFault } from "../ports/access-engine.ts";
import type { Account } from "../ports/account.ts";
import type { Caller, Scope } from "../ports/caller.ts";
import { allowedTo, grantView, sessionInfo } from "./account-routes.ts";
import { pageCursorText } from "./cursor.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem, problem, readAgain } from "./problem.ts";
import { readCursor, readLimit, readQuery } from "./query.ts";
import { withBody } from "./sign-in-routes.ts";

type Grant = { readonly role: string; readonly within?: Scope };
type Contact = { readonly mail?: string; readonly phone?: string };

/** A page of things that are few enough to be listed whole. */
export const pageOf = <T>(
  ask: Ask,
  list: string,
  filters: readonly string[],
  all: readonly (readonly [id: string, item: T])[],
): Response | Problem => {
  const query = readQuery(ask.url, ["limit", "cursor", ...filters]);
  if (!query.ok) return query.error;
  const limit = readLimit(query.value);
  if (!limit.ok) return limit.error;
  const after = readCursor(query.value, list);
  if (!after.ok) return after.error;
  const rest = all.filter(([id]) => after.value === null || id > after.value);
  const shown = rest.slice(0, limit.value);
  const last = shown.at(-1)?.[0];
  const next = rest.length > shown.length && last !== undefined ? pageCursorText(list, last) : null;
  const link = new URL(ask.url);
  if (next !== null) link.searchParams.set("cursor", next);
  const headers = next === null ? {} : { Link: `<${link.pathname}${link.search}>; rel="next"` };
  return json({ items: shown.map(([, item]) => item), next }, 200, headers as Record<string, string>);
};

/** The version that a change names, or what is missing. */
export const ifMatchOf = ({ request }: Ask): number | Problem => {
  const text = request.headers.get("if-match");
  if (text === null) return problem("precondition-required", "Send If-Match. 请发送 If-Match。");
  const version = /^"([0-9]{1,15})"$/.exec(text)?.[1];
  return version === undefined ? problem("precondition-failed", "It is no version. 不是有效的版本。") : Number(version);
};

/** What the refusals of the people engine are as answers. */
export const peopleFaults: { readonly [F in PeopleFault]: () => Problem } = {
  absent: () => problem("not-found", "There is no such account. 没有此账号。"),
  conflict: () => readAgain(),
  forbidden: () => problem("beyond-own-rights", "Your role may not grant that role. 您的角色不能授予该角色。"),
  "name-taken": () => problem("already-exists", "Choose another account name. 请换用其他登录名。"),
  "unknown-role": () => invalid("/grant/role", "There is no such role.", "没有此角色。"),
  "same-person": () => problem("same-person", "Ask another person. 请由他人操作。"),
  "last-of-role": () => problem("last-of-role", "Nobody else has this role. 无其他人担任该角色。"),
};

/** People's accounts, their roles and sessions (SEC-USR-12, SEC-AZ-05 to -07). */
export const userRoutes = (deps: HttpDeps): readonly Route[] => {
  const { people, sessions, passkeys } = deps.access;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const view = async (account: Account) => {
    const hasPasskey = (await passkeys.list(account.tenant, account.id)).length > 0;
    return {
      id: account.id,
      account: account.name,
      name: maskName(account.displayName),
      state: account.status,
      grant: grantView(account.role, account.scope),
      factors: [...(account.totp === null ? [] : ["totp"]), ...(hasPasskey ? ["passkey"] : [])],
      createdAt: time(account.createdAt),
      lastSeenAt: time(account.lastSignInAt),
      passwordChangedAt: time(account.password?.setAt ?? null),
      version: account.version,
    };
  };
  const answer = async (outcome: Outcome<Account>): Promise<Response | Problem> =>
    outcome.ok
      ? json(await view(outcome.value), 200, { ETag: `"${outcome.value.version}"` })
      : peopleFaults[outcome.fault]();
  const invitation = async (account: Account, code: string, status: number): Promise<Response> => {
    const expiresAt = time(deps.clock() + 24 * 3_600_000);
    const headers = status === 201 ? { Location: `/api/v1/users/${account.id}` } : {};
    return json({ user: await view(account), code, expiresAt }, status, headers as Record<string, string>);
  };
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const withReason = (path: string, work: (reason: string, ask: Ask) => Promise<Response | Problem>): Route => ({
    method: "POST",
    path,
    handle: withBody<{ reason: string }>("POST", path, ({ reason }, ask) => work(reason, ask)),
  });

  return [
    {
      method: "GET",
      path: "/api/v1/users",
      handle: async (ask) => {
        const { searchParams } = ask.url;
        const [q, role, state] = ["q", "role", "state"].map((name) => searchParams.get(name));
        const all = (await people.list(who(ask).tenant)).filter(
          (one) =>
            (q == null || one.name.includes(q.toLowerCase()) || one.displayName.includes(q)) &&
            (role == null || one.role === role) &&
            (state == null || one.status === state),
        );
        const rows = await Promise.all(all.map(async (one) => [one.id, await view(one)] as const));
        return pageOf(ask, "user", ["q", "role", "state"], rows);
      },
    },
    {
      method: "POST",
      path: "/api/v1/users",
      handle: withBody<{ grant: Grant; account: string; name: string } & Contact>(
        "POST",
        "/api/v1/users",
        async (body, ask) => {
          const { mail, phone } = body;
          const contact = { ...(mail === undefined ? {} : { mail }), ...(phone === undefined ? {} : { phone }) };
          const draft = {
            name: body.account,
            displayName: body.name,
            role: body.grant.role,
            scope: body.grant.within ?? {},
            ...(Object.keys(contact).length === 0 ? {} : { contact }),
          };
          const made = await people.invite(who(ask), draft, ask.circumstance);
          return made.ok ? invitation(made.value.account, made.value.code, 201) : peopleFaults[made.fault]();
        },
      ),
    },
    {
      method: "GET",
      path: "/api/v1/users/{id}",
      handle: async (ask) => {
        const account = await people.find(who(ask).tenant, ask.id);
        return account === null ? peopleFaults.absent() : answer({ ok: true, value: account });
      },
    },
    {
      method: "PATCH",
      path: "/api/v1/users/{id}",
      handle: withBody<{ name?: string } & Contact>(
        "PATCH",
        "/api/v1/users/{id}",
        async ({ name, ...contact }, ask) => {
          const version = ifMatchOf(ask);
          if (typeof version !== "number") return version;
          const set = {
            ...(name === undefined ? {} : { displayName: name }),
            ...(Object.keys(contact).length === 0 ? {} : { contact }),
          };
          return answer(await people.change(who(ask), ask.id, version, set, ask.circumstance));
        },
      ),
    },
    withReason("/api/v1/users/{id}/disable", async (reason, ask) =>
      answer(await people.setStatus(who(ask), ask.id, "disabled", reason, ask.circumstance)),
    ),
    withReason("/api/v1/users/{id}/enable", async (reason, ask) =>
      answer(await people.setStatus(who(ask), ask.id, "active", reason, ask.circumstance)),
    ),
    withReason("/api/v1/users/{id}/reset", async (_, ask) => {
      const reset = await people.reset(who(ask), ask.id, ask.circumstance);
      const account = reset.ok ? await people.find(who(ask).tenant, ask.id) : null;
      if (!reset.ok) return peopleFaults[reset.fault]();
      return account === null ? peopleFaults.absent() : invitation(account, reset.value.code, 200);
    }),
    {
      method: "PUT",
      path: "/api/v1/users/{id}/grant",
      handle: withBody<{ grant: Grant; reason: string }>(
        "PUT",
        "/api/v1/users/{id}/grant",
        async ({ grant, reason }, ask) => {
          const version = ifMatchOf(ask);
          if (typeof version !== "number") return version;
          const set = { role: grant.role, scope: grant.within ?? {} };
          return answer(await people.change(who(ask), ask.id, version, set, ask.circumstance, reason));
        },
      ),
    },
    {
      method: "GET",
      path: "/api/v1/users/{id}/sessions",
      handle: async (ask) => {
        const account = await people.find(who(ask).tenant, ask.id);
        if (account === null) return peopleFaults.absent();
        const items = await sessions.list(account.tenant, account.id);
        return json({ items: items.map((one) => sessionInfo(deps, account.id, one, who(ask).credential)) });
      },
    },
    {
      method: "DELETE",
      path: "/api/v1/users/{id}/sessions",
      handle: async (ask) => {
        const account = await people.find(who(ask).tenant, ask.id);
        if (account === null) return peopleFaults.absent();
        await sessions.end(who(ask), account.id, null, ask.circumstance);
        return new Response(null, { status: 204 });
      },
    },
    {
      method: "GET",
      path: "/api/v1/roles",
      handle: () =>
        json({
          items: roles.map(({ id, zh, en, isAdministrator, grantedBy }) => ({
            ...{ id, zh, en, isAdministrator, grantedBy },
            operations: allowedTo(id),
          })),
        }),
    },
  ];
};
