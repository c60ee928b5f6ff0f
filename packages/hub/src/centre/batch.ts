import { type ComponentStatus, gb26875 } from "@dianan/codec";
import type { CentreReport } from "../ports/centre.ts";
import type { Delivery } from "../ports/webhook-store.ts";
import { queuedReport } from "./draft.ts";

/** Objects of one packet (type 2), GB/T 26875.3-2011 figure 7. */
export const OBJECTS_MAX = 22;

/** A time label has years from 2000 to 2099, in any zone. */
const LABEL_FROM = Date.UTC(2000, 0, 2);
const LABEL_UNTIL = Date.UTC(2099, 11, 30);

/** The label of a time; of one that no label has, the nearest: what happened is told all the same. */
export const labelOf = (at: number, utcOffsetMinutes: number) =>
  gb26875.timeLabelOf(Math.min(Math.max(at, LABEL_FROM), LABEL_UNTIL), utcOffsetMinutes);

/** The object that tells a component's state (部件运行状态). */
export const statusOf = ({ place, open, name, changedAt }: CentreReport, utcOffsetMinutes: number): ComponentStatus =>
  gb26875.componentReport(place, open, name, labelOf(changedAt, utcOffsetMinutes)).item;

const isFire = (report: CentreReport): boolean => statusOf(report, 0).status.fire;

/**
 * What goes in the next packet: states in the order in which they came; those with a fire alarm before all others, and before them
 * only what came earlier of the same components (GB 26875.1: fire has priority over all else).
 *
 * @param waiting - in their order
 */
export const nextBatch = (waiting: readonly Delivery[], max: number): readonly Delivery[] => {
  const lastFire = new Map<string, number>();
  for (const [index, delivery] of waiting.entries())
    if (isFire(queuedReport(delivery))) lastFire.set(delivery.subject, index);
  const isUrgent = ({ subject }: Delivery, index: number): boolean => index <= (lastFire.get(subject) ?? -1);
  const urgent = waiting.filter(isUrgent);
  const rest = waiting.filter((delivery, index) => !isUrgent(delivery, index));
  return [...urgent, ...rest].slice(0, max);
};
