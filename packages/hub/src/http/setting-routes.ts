import { isRecordId, type TenantId } from "@dianan/model";
import type { Caller, Circumstance } from "../ports/caller.ts";
import { type Ask, json, type Route } from "./http-deps.ts";
import type { Problem } from "./problem.ts";
import { forWhole } from "./sharing-routes.ts";
import { withBody } from "./sign-in-routes.ts";
import { ifMatchOf } from "./user-routes.ts";

/** Something that is set up for a whole tenant as data: each change names the version that it was made of. */
type Settings<View, Patch, Fault> = {
  list(tenant: TenantId): Promise<readonly View[]>;
  find(tenant: TenantId, id: string): Promise<View | null>;
  change(
    who: Caller,
    id: string,
    version: number,
    set: Patch,
    at: Circumstance,
  ): Promise<{ readonly view: View } | Fault>;
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | Fault>;
};

export const callerOf = ({ caller }: Ask): Caller => caller as Caller;

/**
 * The routes that all such settings have: listed, read, changed with If-Match, and removed.
 *
 * @param shown - one as the document has it
 * @param refusal - why it is refused, as this door says it
 */
export const settingRoutes = <
  View extends { readonly version: number },
  Patch,
  Fault extends { readonly fault: string },
>({
  path,
  settings,
  shown,
  refusal,
}: {
  readonly path: string;
  readonly settings: Settings<View, Patch, Fault | { readonly fault: "absent" }>;
  readonly shown: (view: View) => object;
  readonly refusal: (fault: Fault | { readonly fault: "absent" }) => Problem;
}): readonly Route[] => {
  const one = `${path}/{id}`;
  const absent = { fault: "absent" } as const;
  const answer = (view: View): Response => json(shown(view), 200, { ETag: `"${view.version}"` });
  const found = async ({ id, view }: Ask): Promise<View | null> =>
    view.isWhole && isRecordId(id) ? settings.find(view.tenant, id) : null;
  const patch = withBody<Patch>("PATCH", one, async (set, ask) => {
    const version = ifMatchOf(ask);
    if (typeof version !== "number") return version;
    const outcome = await settings.change(callerOf(ask), ask.id, version, set, ask.circumstance);
    return "view" in outcome ? answer(outcome.view) : refusal(outcome);
  });
  return [
    {
      method: "GET",
      path,
      handle: async ({ view }) => json({ items: view.isWhole ? (await settings.list(view.tenant)).map(shown) : [] }),
    },
    {
      method: "GET",
      path: one,
      handle: async (ask) => {
        const view = await found(ask);
        return view === null ? refusal(absent) : answer(view);
      },
    },
    {
      method: "PATCH",
      path: one,
      // Whether it is there is said before what is wrong with the body.
      handle: forWhole(async (ask) => ((await found(ask)) === null ? refusal(absent) : patch(ask))),
    },
    {
      method: "DELETE",
      path: one,
      handle: forWhole(async (ask) => {
        const done = isRecordId(ask.id) ? await settings.remove(callerOf(ask), ask.id, ask.circumstance) : absent;
        return done === "done" ? new Response(null, { status: 204 }) : refusal(done);
      }),
    },
  ];
};
