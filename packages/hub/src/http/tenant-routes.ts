import { isRecordId } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import type { Tenant } from "../ports/tenants.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { changedSince, tagged, tagOf } from "./precondition.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { withBody } from "./sign-in-routes.ts";
import { ifMatchOf, pageOf } from "./user-routes.ts";

const PATH = "/api/v1/tenants";

const notFound = (): Problem => problem("not-found", "There is no such tenant. 没有此租户。");
const notHome = (): Problem => problem("forbidden", "This is for the hub's own administrators. 仅限平台自身的管理员。");

/** The organisations of a hub (租户), SEC-AZ-01. */
export const tenantRoutes = (deps: HttpDeps): readonly Route[] => {
  const { tenants } = deps;
  const time = (at: number): string => offsetTime(at, deps.utcOffsetMinutes);
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const shown = ({ createdAt, updatedAt, ...tenant }: Tenant) => ({
    ...tenant,
    createdAt: time(createdAt),
    updatedAt: time(updatedAt),
  });

  const patch = async (set: Partial<Tenant>, ask: Ask): Promise<Response | Problem> => {
    if (!isRecordId(ask.id) || (await tenants.find(who(ask), ask.id)) === null) return notFound();
    const version = ifMatchOf(ask);
    if (typeof version !== "number") return version;
    const outcome = await tenants.change(who(ask), ask.id, version, set, ask.circumstance);
    switch (outcome) {
      case "absent":
        return notFound();
      case "conflict":
        return changedSince();
      case "forbidden":
        return notHome();
      case "home":
        return set.state === "suspended"
          ? invalid("/state", "The hub's own tenant is never suspended.", "平台自身的租户不能停用。")
          : invalid("/name", "Start the hub with --platform-name.", "平台自身的名称由 --platform-name 设定。");
      default:
        return json(shown(outcome), 200, { ETag: tagOf(outcome.version) });
    }
  };

  return [
    {
      method: "GET",
      path: PATH,
      handle: async (ask) =>
        pageOf(
          ask,
          "tenant",
          [],
          (await tenants.list(who(ask))).map((tenant) => [tenant.id, shown(tenant)]),
        ),
    },
    {
      method: "POST",
      path: PATH,
      handle: withBody<{ name: string; platformCode: string }>("POST", PATH, async (draft, ask) => {
        const made = await tenants.add(who(ask), draft, ask.circumstance);
        if (made === "forbidden") return notHome();
        if (made === "taken")
          return problem("already-exists", "Another tenant has this platform code. 该平台厂商代码已被使用。");
        const { code, expiresAt } = made.first;
        return json({ tenant: shown(made.tenant), code, expiresAt: time(expiresAt) }, 201, {
          Location: `${PATH}/${made.tenant.id}`,
        });
      }),
    },
    {
      method: "GET",
      path: `${PATH}/{id}`,
      handle: async (ask) => {
        const tenant = isRecordId(ask.id) ? await tenants.find(who(ask), ask.id) : null;
        return tenant === null ? notFound() : tagged(ask.request, tagOf(tenant.version), () => shown(tenant));
      },
    },
    { method: "PATCH", path: `${PATH}/{id}`, handle: withBody<Partial<Tenant>>("PATCH", `${PATH}/{id}`, patch) },
    {
      method: "POST",
      path: `${PATH}/{id}/setup-code`,
      handle: async (ask) => {
        const first = isRecordId(ask.id) ? await tenants.firstCode(who(ask), ask.id, ask.circumstance) : "absent";
        if (first === "absent") return notFound();
        if (first === "forbidden") return notHome();
        if (first === "over")
          return problem("setup-over", "Somebody has an account there: ask its administrator. 该租户已有账号。");
        return json({ code: first.code, expiresAt: time(first.expiresAt) });
      },
    },
  ];
};
