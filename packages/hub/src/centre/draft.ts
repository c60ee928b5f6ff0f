import { createHash } from "node:crypto";
import type { Instant } from "@dianan/model";
import type { CentrePoint, CentreReport } from "../ports/centre.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Delivery, DeliveryDraft } from "../ports/webhook-store.ts";

/** What a centre is to be told, as its queue keeps it, and of which alarm. */
export type QueuedReport = CentreReport & { readonly alarmId: string; readonly version: number };

const TYPE = "gb26875.componentStatus";

export const reportOf = ({ open, ...point }: CentrePoint): CentreReport => ({
  ...point,
  open: [...new Set(Object.values(open))],
});

/**
 * A component's state for the queue.
 *
 * @param about - what it is about: queued twice it is one
 * @param key - of the point: states of one component go in their order
 */
export const draftOf = (
  centre: string,
  key: string,
  point: CentrePoint,
  about: { readonly alarmId: string; readonly version: number; readonly why: string },
  position: number,
  at: Instant,
): DeliveryDraft => {
  const { alarmId, version, why } = about;
  const hash = createHash("sha256").update(JSON.stringify([centre, key, alarmId, version, why]));
  const report: QueuedReport = { ...reportOf(point), alarmId, version };
  return {
    id: `gb-${hash.digest("hex").slice(0, 32)}`,
    type: TYPE,
    subject: key,
    rank: 1,
    at,
    // Order is all: a clock that is set back must not hold one of them.
    notBefore: 0 as Instant,
    of: { kind: "alarm", version, position },
    data: { ...report } as JsonObject,
  };
};

export const queuedReport = ({ data }: Delivery): QueuedReport => data as unknown as QueuedReport;
