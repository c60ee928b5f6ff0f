// Presence (EF-4.4.2): who is silent is offline in time, and nobody else.

import { downWithin, type Facts, grouped, knownFrom, type Report, type Stored } from "./facts.ts";
import { LINK_GRACE_MS } from "./hub-process.ts";
import { MINUTE } from "./scheduler.ts";

const TIMED_OUT_MS = 6 * 60 * MINUTE;
/** A link over which a device was heard for longer than this is one that it keeps. */
const KEPT_MS = 10 * MINUTE;

export const judgePresence = (facts: Facts, stored: readonly Stored[], report: Report): void => {
  const { database, observer, plans, downs, end, slack, saw } = facts;
  const storedAt = new Map(stored.map(({ said, at }) => [said.bytes, at]));
  const endOf = new Map(observer.ends.map(({ link, at }) => [link, at]));
  const changes = database.prepare("SELECT at, presence FROM presence_change WHERE device = ? ORDER BY version");
  const saidBy = grouped(observer.said.values(), ({ address }) => address);
  for (const { address, periodMs } of plans) {
    const heard = new Set<number>();
    const spans = new Map<number, { first: number; last: number }>();
    for (const said of saidBy.get(address) ?? []) {
      const at = storedAt.get(said.bytes);
      if (at !== undefined) heard.add(at);
      for (const copy of said.copies) {
        if (copy.answer?.isConfirm) heard.add(copy.at);
        const span = spans.get(copy.link);
        if (span) span.last = Math.max(span.last, copy.at);
        else spans.set(copy.link, { first: copy.at, last: copy.at });
      }
    }
    const times = [...heard].sort((a, b) => a - b);
    const told = changes.all(`d${address}`).map(({ at, presence }) => ({ at: Number(at), presence: String(presence) }));
    const offlineMs = Math.min(3 * periodMs, TIMED_OUT_MS);

    for (const [n, from] of times.entries()) {
      const until = times[n + 1] ?? end;
      if (from <= knownFrom(facts, address)) continue;
      // What the hub could not hear does not count, and one upload may have fallen into it.
      let due = from + offlineMs + slack.lookMs;
      const wasDown = downs.some((down) => down.until > from && down.from < due);
      for (const down of downs)
        if (down.until > from && down.from < due)
          due += down.until - Math.max(from, down.from) + slack.hearingMs + periodMs;
      if (until <= due) continue;
      saw(wasDown ? "a device is silent while the hub is away" : "a device falls silent");
      if (!told.some(({ at, presence }) => presence !== "online" && at >= from && at <= due))
        report("who is silent is offline in time", `device ${address}: silent from ${from}, due ${due}`);
    }
    for (const { at, presence } of told) {
      if (presence === "online") continue;
      const last = times.filter((time) => time <= at).at(-1);
      // Silence counts only while the hub listens.
      if (last === undefined || at - last - downWithin(facts, last, at) > offlineMs) continue;
      const isLost = [...spans].some(([link, span]) => {
        const endedAt = endOf.get(link) ?? Number.POSITIVE_INFINITY;
        const isKept = span.last - span.first > Math.max(LINK_GRACE_MS, Math.min(periodMs, KEPT_MS));
        return isKept && endedAt >= last && at - endedAt > LINK_GRACE_MS;
      });
      if (isLost) saw("a device loses its link");
      else report("nobody is offline who is not silent", `device ${address}: heard ${last}, ${presence} ${at}`);
    }
  }
};
