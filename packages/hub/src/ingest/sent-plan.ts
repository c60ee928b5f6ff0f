import type { RecordChange } from "../ports/live.ts";
import type { Plan } from "./record-plan.ts";
import type { RecordView } from "./record-view.ts";

/**
 * Plans a change by how old its sender says that it is (CS-ORDER-02): what was overtaken on the way changes nothing and is answered as
 * taken; of all else the version is kept, also of a deletion of what was never there: what it overtook is still to come.
 */
export const planSent = async (
  view: RecordView,
  change: Extract<RecordChange, { readonly kind: "upsert" | "delete" }>,
  plan: () => Promise<Plan>,
): Promise<Plan> => {
  const { record, id, by, sent } = change;
  if (sent === undefined || by?.kind !== "machine" || by.id === null) return plan();
  const place = { record, id, sender: by.id };
  const fate = await view.sent(place, sent);
  if (fate === "overtaken")
    return { writes: [], status: "unchanged", refusal: null, supersededAt: await view.version(record, id) };
  const made = await plan();
  const isTaken = made.refusal === null || (change.kind === "delete" && made.refusal === "not-found");
  if (!isTaken || fate === "known") return made;
  view.setSent(place, sent);
  return { ...made, writes: [...made.writes, { kind: "sent", ...place, sent }] };
};
