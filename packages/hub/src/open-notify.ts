import { createHmac } from "node:crypto";
import type { TenantId } from "@dianan/model";
import type { KeyRing } from "./access/key-ring.ts";
import type { NotifyDeps } from "./notify/notify-deps.ts";
import { type RunningNotify, startNotify } from "./notify/start-notify.ts";
import type { Intake } from "./ports/live.ts";

/** Reaching people on the parts of a hub. */
export const openNotify = ({
  ring,
  intakeOf,
  ...deps
}: Omit<NotifyDeps, "numberHash" | "acknowledge" | "timer"> & {
  readonly ring: KeyRing;
  readonly intakeOf: (tenant: TenantId) => Promise<Intake>;
}): RunningNotify => {
  const key = ring.keyFor("blindIndex");
  return startNotify({
    ...deps,
    numberHash: (text) => createHmac("sha256", key).update(text).digest("hex"),
    acknowledge: async (tenant, alarmId, by, via, note) => {
      const who = { actor: `${by.kind === "person" ? "person" : "machine"}:${by.id ?? ""}`, role: "" };
      const [result] = await (await intakeOf(tenant)).apply([
        {
          ...{ kind: "act", id: alarmId, act: { kind: "acknowledge", via, note }, by, via },
          ...{ who, circumstance: { source: "", requestId: "" } },
        },
      ]);
      if (result === undefined || result.status === "refused") return "gone";
      return result.status === "unchanged" ? "already" : "acknowledged";
    },
    timer: (run, ms) => {
      const timeout = setTimeout(run, ms);
      return () => clearTimeout(timeout);
    },
  });
};
