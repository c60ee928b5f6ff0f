import { getsPersonal } from "../ports/caller.ts";
import { callerRefusal } from "./caller-checks.ts";
import type { Gate } from "./gate.ts";
import type { Ask, HttpDeps } from "./http-deps.ts";

/** Whether who opened a stream may go on: while the credential is good and allows the same (SEC-API-13). */
export const createStillGood =
  (deps: Pick<HttpDeps, "machines" | "parties" | "clock" | "access" | "tenants">, gate: Gate) =>
  async ({ request, url, caller, source }: Ask): Promise<boolean> => {
    const { machines, parties, clock } = deps;
    if (caller === null || (await callerRefusal(deps, { id: "streamEvents" }, caller, source)) !== null) return false;
    if (caller.by === "signature" && caller.actor.startsWith("party:")) {
      const party = await parties.find(caller.tenant, caller.actor.slice("party:".length));
      return party !== null && party.state !== "suspended" && (party.expiresAt ?? 0) > clock();
    }
    // A signature was for one request; whether its client is still in says whether it may stay.
    if (caller.by === "signature") {
      const client = await machines.clients.find(caller.tenant, caller.credential);
      return client?.isDisabled === false && getsPersonal({ ...caller, ...client }) === getsPersonal(caller);
    }
    const now = await gate.callerOf(request, url, clock());
    if (now === null || "kind" in now) return false;
    return now.role === caller.role && getsPersonal(now) === getsPersonal(caller);
  };
