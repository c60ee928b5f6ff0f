import type { Caller } from "../ports/caller.ts";
import type { CommandPolicy } from "../ports/commands.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { changedSince, tagged, tagOf } from "./precondition.ts";
import { invalid, type Problem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { sheetVersion } from "./sheet-answers.ts";
import { withBody } from "./sign-in-routes.ts";

const PATH = "/api/v1/command-policy";

/** What is not set has no version yet. */
const shown = ({ version, ...policy }: CommandPolicy & { readonly version: number }) =>
  version === 0 ? policy : { ...policy, version };

/** What commands an organisation allows (命令策略), SEC-DEV-14. */
export const commandPolicyRoutes = ({ commands: { policies } }: Pick<HttpDeps, "commands">): readonly Route[] => {
  const put = async (sent: CommandPolicy, ask: Ask): Promise<Response | Problem> => {
    const caller = ask.caller as Caller;
    const { isT0Allowed, authorisation, needsSecondPerson } = sent;
    if (isT0Allowed && authorisation === null)
      return invalid(
        "/authorisation",
        "Name the written word by which commands go to devices that prove nothing.",
        "允许向 T0 设备下发命令时,须填写书面授权。",
      );
    const before = await policies.find(caller.tenant);
    const version = sheetVersion(ask, before.version === 0 ? null : before);
    if (typeof version !== "number") return version;
    const policy = { isT0Allowed, authorisation, needsSecondPerson };
    const outcome = await policies.put(caller, version, policy, ask.circumstance);
    return outcome === "conflict" ? changedSince() : json(shown(outcome), 200, { ETag: tagOf(outcome.version) });
  };
  return [
    {
      method: "GET",
      path: PATH,
      handle: async ({ url, request, caller }) => {
        const query = readQuery(url, []);
        if (!query.ok) return query.error;
        const policy = await policies.find((caller as Caller).tenant);
        return tagged(request, tagOf(policy.version), () => shown(policy));
      },
    },
    { method: "PUT", path: PATH, handle: withBody<CommandPolicy>("PUT", PATH, put) },
  ];
};
