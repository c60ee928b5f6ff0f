import type { HubLimits } from "../config.ts";
import type { Caller } from "../ports/caller.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { changedSince, tagged, tagOf } from "./precondition.ts";
import { type Finding, type Problem, problem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { sheetVersion } from "./sheet-answers.ts";
import { withBody } from "./sign-in-routes.ts";

const PATH = "/api/v1/limits";

type Patch = { readonly values: { readonly [name: string]: number }; readonly reason: string };

/** Every limit of the hub, and their change while it runs (限额), SEC-LIM-02, SEC-LIM-03. */
export const limitRoutes = ({ limits, tenant }: HttpDeps): readonly Route[] => {
  const shown = () => {
    const version = limits.version();
    return { items: limits.list().map(({ range: _, ...one }) => one), ...(version === 0 ? {} : { version }) };
  };
  const foreign = ({ view }: Ask): Problem | null =>
    view.tenant === tenant
      ? null
      : problem("forbidden", "Limits are the hub's own organisation's matter. 限额由平台所属组织管理。");

  const findings = (values: Patch["values"]): readonly Finding[] => {
    const known = new Map(limits.list().map((one) => [one.name as string, one]));
    const wrong = (name: string, en: string, zh: string): Finding => ({
      ...{
        path: `/values/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        clause: "SEC-LIM-03",
        message: { en, zh },
      },
    });
    return Object.entries(values).flatMap(([name, value]) => {
      const one = known.get(name);
      if (one === undefined) {
        const all = [...known.keys()].join(", ");
        return [wrong(name, `There is no such limit; there are ${all}.`, `没有此项限额,可用:${all}。`)];
      }
      if (!one.isLive)
        return [
          wrong(name, "It holds from a start: set it in the hub's configuration.", "此项在启动时设定,请修改平台配置。"),
        ];
      const [min, max] = one.range;
      const isWhole = name === "requestRateFactor" || Number.isInteger(value);
      return value >= min && value <= max && isWhole
        ? []
        : [
            wrong(
              name,
              `It is from ${min} to ${max}${isWhole ? "" : ", whole"}.`,
              `应在 ${min} 至 ${max} 之间${isWhole ? "" : ",且为整数"}。`,
            ),
          ];
    });
  };

  const patch = async ({ values, reason }: Patch, ask: Ask): Promise<Response | Problem> => {
    const refused = foreign(ask);
    if (refused !== null) return refused;
    const before = limits.version();
    const version = sheetVersion(ask, before === 0 ? null : { version: before });
    if (typeof version !== "number") return version;
    const errors = findings(values);
    if (errors.length > 0) return problem("invalid", "Look at the values. 请检查取值。", { errors });
    const done = await limits.set(
      ask.caller as Caller,
      version,
      values as { readonly [name in keyof HubLimits]?: number },
      reason,
      ask.circumstance,
    );
    return done === "conflict" ? changedSince() : json(shown(), 200, { ETag: tagOf(limits.version()) });
  };

  return [
    {
      method: "GET",
      path: PATH,
      handle: (ask) => {
        const query = readQuery(ask.url, []);
        if (!query.ok) return query.error;
        return foreign(ask) ?? tagged(ask.request, tagOf(limits.version()), shown);
      },
    },
    { method: "PATCH", path: PATH, handle: withBody<Patch>("PATCH", PATH, patch) },
  ];
};
