import { randomUUID } from "node:crypto";
import type { Instant } from "@dianan/model";
import { told } from "../ports/act.ts";
import type { OutboxRow } from "../ports/outbox.ts";
import type { Write } from "../ports/write.ts";

/** Longest reason of an audit entry. Characters. */
export const REASON_MAX = 500;

/**
 * What the audit log is told of persons' data that went out in full (SEC-PII-05), durable together with the settlement of the push.
 * Ids of the records only, as many entries as they need: names and numbers stay out of the log.
 *
 * @param rows - of one kind
 */
export const transferEntries = (
  destination: string,
  rows: readonly Pick<OutboxRow, "kind" | "id">[],
  at: Instant,
): readonly Write[] => {
  const reasons: string[] = [];
  for (const { kind, id } of rows) {
    const last = reasons.at(-1);
    if (last !== undefined && last.length + 1 + id.length <= REASON_MAX) reasons[reasons.length - 1] = `${last} ${id}`;
    else reasons.push(`${kind} ${id}`);
  }
  const circumstance = { now: at, source: "", requestId: randomUUID() };
  return reasons.map((reason) =>
    told("hub", "personalData.transfer", `destination:${destination}`, "done", circumstance, reason),
  );
};
