import type { SecurityRules } from "../core/security-rules.ts";
import type { Caller } from "../ports/caller.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { changedSince, tagged, tagOf } from "./precondition.ts";
import { invalid, type Problem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { sheetVersion } from "./sheet-answers.ts";
import { withBody } from "./sign-in-routes.ts";

const PATH = "/api/v1/security-policy";

type Stored = SecurityRules & { readonly version: number };

/** The default rules have no version of their own yet. */
const shown = ({ version, ...rules }: Stored) => (version === 0 ? rules : { ...rules, version });

/** Rules for passwords and sessions (密码与会话策略), SEC-USR-02, -06, -10. */
export const securityPolicyRoutes = (deps: HttpDeps): readonly Route[] => {
  const { security } = deps.access;

  const put = async (sent: SecurityRules, ask: Ask): Promise<Response | Problem> => {
    const caller = ask.caller as Caller;
    const before = await security.find(caller.tenant);
    const version = sheetVersion(ask, before.version === 0 ? null : before);
    if (typeof version !== "number") return version;
    const { policy, idleMinutes, administratorIdleMinutes, absoluteHours, adminAddresses, unusedDays } = sent;
    const rules = { policy, idleMinutes, administratorIdleMinutes, absoluteHours, adminAddresses, unusedDays };
    const outcome = await security.put(caller, version, rules, ask.circumstance);
    if (!("fault" in outcome)) return json(shown(outcome), 200, { ETag: tagOf(outcome.version) });
    switch (outcome.fault) {
      case "conflict":
        return changedSince();
      case "weaker":
        return invalid(
          "/policy",
          "The hub was started with --password-policy mlps3.",
          "平台以 --password-policy mlps3 启动,不能改用较弱的策略。",
        );
      case "no-range":
        return invalid(
          `/adminAddresses/${outcome.index}`,
          "It is no range such as 10.20.0.0/16.",
          "不是 10.20.0.0/16 这样的地址范围。",
        );
      case "locked-out":
        return invalid(
          "/adminAddresses",
          "Your own address is in none of them: you would lock yourself out.",
          "不含您当前的地址,保存后您将无法访问。",
        );
    }
  };

  return [
    {
      method: "GET",
      path: PATH,
      handle: async ({ url, request, caller }) => {
        const query = readQuery(url, []);
        if (!query.ok) return query.error;
        const rules = await security.find((caller as Caller).tenant);
        return tagged(request, tagOf(rules.version), () => shown(rules));
      },
    },
    { method: "PUT", path: PATH, handle: withBody<SecurityRules>("PUT", PATH, put) },
  ];
};
