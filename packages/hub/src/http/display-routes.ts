import { offsetTime } from "../core/offset-time.ts";
import type { Caller, Scope } from "../ports/caller.ts";
import type { DisplayView } from "../ports/displays.ts";
import { grantView } from "./account-routes.ts";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { problem } from "./problem.ts";
import { withBody } from "./sign-in-routes.ts";
import { pageOf } from "./user-routes.ts";

/** Wall displays (大屏): allowed, listed and revoked by administrators, SEC-USR-07. */
export const displayRoutes = (deps: HttpDeps): readonly Route[] => {
  const { displays } = deps.access;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const shown = ({ id, name, scope, createdAt, lastSeenAt }: DisplayView) => ({
    id,
    name,
    grant: grantView("wallDisplay", scope),
    createdAt: time(createdAt),
    lastSeenAt: time(lastSeenAt),
  });
  return [
    {
      method: "GET",
      path: "/api/v1/displays",
      handle: async (ask) =>
        pageOf(
          ask,
          "display",
          [],
          (await displays.list((ask.caller as Caller).tenant)).map((one) => [one.id, shown(one)]),
        ),
    },
    {
      method: "POST",
      path: "/api/v1/displays",
      handle: withBody<{ name: string; within?: Scope }>(
        "POST",
        "/api/v1/displays",
        async ({ name, within = {} }, { caller, circumstance }) => {
          const made = await displays.add(caller as Caller, { name, scope: within }, circumstance);
          if (made === "beyond")
            return problem("beyond-own-rights", "It would show more than you may see. 显示范围超出您的数据范围。");
          const body = { display: shown(made.view), code: made.code, expiresAt: time(made.expiresAt) };
          return json(body, 201, { Location: `/api/v1/displays/${made.view.id}` });
        },
      ),
    },
    {
      method: "DELETE",
      path: "/api/v1/displays/{id}",
      handle: async ({ id, caller, circumstance }) =>
        (await displays.remove(caller as Caller, id, circumstance)) === "done"
          ? new Response(null, { status: 204 })
          : problem("not-found", "There is no such display. 没有此大屏。"),
    },
  ];
};
