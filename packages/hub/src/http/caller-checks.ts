import type { OperationRow } from "@dianan/open-api/tables";
import type { Caller } from "../ports/caller.ts";
import type { HttpDeps } from "./http-deps.ts";
import { type Problem, problem } from "./problem.ts";

/** What a suspended tenant may still do: its alarms are taken, and its people may leave. */
const whileSuspended: ReadonlySet<string> = new Set(["putAlarms", "uplinkFrames", "uplinkEvents", "signOut"]);

type Deps = Pick<HttpDeps, "access" | "tenants">;

/** What keeps somebody out whose credential is good: a suspended tenant, an administrator's address (SEC-USR-10). */
export const callerRefusal = async (
  { access, tenants }: Deps,
  { id }: Pick<OperationRow, "id">,
  caller: Caller,
  source: string,
): Promise<Problem | null> => {
  if (!whileSuspended.has(id) && !(await tenants.isActive(caller.tenant)))
    return problem("forbidden", "Your organisation is suspended on this hub. 贵单位在本平台已停用。");
  return (await access.security.admits(caller, source))
    ? null
    : problem("forbidden", "Administrators may not come from this address. 不允许从此地址进行管理。");
};
