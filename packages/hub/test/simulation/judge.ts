// What must be true at the end, worked out from what was said on the wire and what the database holds, by other means than the hub's.
import type { ReadingQuery } from "../../src/ports/readings.ts";
import { createQueries } from "../../src/store/queries.ts";
import { type Facts, grouped, knownFrom, type Report, type Stored } from "./facts.ts";
import { TENANT } from "./hub-process.ts";
import { judgeAlarms } from "./judge-alarms.ts";
import { judgePresence } from "./judge-presence.ts";

/** Sends a command may have: the first and three resends. */
const TRANSMISSIONS_MAX = 4;

const judgeFrames = (facts: Facts, report: Report): readonly Stored[] => {
  const { database, observer, saw } = facts;
  const rows = database
    .prepare("SELECT wire_address AS address, received_at AS at, bytes FROM frame ORDER BY id")
    .all();
  const stored: Stored[] = [];
  const byBytes = new Map<string, Stored>();
  for (const [order, { address, at, bytes }] of rows.entries()) {
    const key = Buffer.from(bytes as Uint8Array).toString("hex");
    if (observer.answers.has(key)) continue;
    const said = observer.said.get(key);
    if (said === undefined || String(said.address) !== address) {
      report("nothing stored that was not sent", `a frame of ${address}: ${key}`);
      continue;
    }
    if (byBytes.has(key)) report("stored once", `device ${address}, frame ${said.place} is stored twice`);
    if (said.copies.length > 1) saw("a frame that came twice is stored once");
    if (said.copies.some(({ answer }) => answer?.isConfirm === false)) saw("a frame was denied and sent anew");
    if (said.copies.some(({ answer }) => answer === null)) saw("a stored frame got no answer");
    const one = { said, at: Number(at), order };
    byBytes.set(key, one);
    stored.push(one);
  }
  for (const one of observer.said.values())
    if (
      one.copies.some(({ answer }) => answer?.isConfirm) &&
      one.copies.every(({ at }) => at > knownFrom(facts, one.address)) &&
      !byBytes.has(one.bytes)
    )
      report("what is confirmed is stored", `device ${one.address}, frame ${one.place} (serial ${one.serial})`);
  return stored;
};

/** What reached the hub only after the other was confirmed, or behind it on the same link, is stored after it. */
const judgeOrder = ({ saw }: Facts, stored: readonly Stored[], report: Report): void => {
  const byDevice = grouped(stored, ({ said }) => said.address);
  for (const [address, all] of byDevice) {
    const known = all.map(({ said, order }) => ({
      ...{ place: said.place, order, copies: said.copies },
      firstAt: Math.min(...said.copies.map((copy) => copy.order)),
      confirmedAt: Math.min(
        ...said.copies.flatMap(({ answer }) => (answer?.isConfirm ? [answer.order] : [])),
        Infinity,
      ),
    }));
    // Neighbours suffice: the orders that are compared are total.
    let latestFirst = known[0];
    for (const one of known.slice(1)) {
      if (latestFirst && latestFirst.confirmedAt < one.firstAt) saw("a frame came after another's confirm");
      if (latestFirst && one.confirmedAt < latestFirst.firstAt)
        report("order per device", `device ${address}: frame ${one.place} is stored after ${latestFirst.place}`);
      const [mine] = one.copies;
      const [theirs] = latestFirst?.copies ?? [];
      const isAlone = one.copies.length === 1 && latestFirst?.copies.length === 1 && mine?.link === theirs?.link;
      if (isAlone) saw("two frames came over one link");
      if (isAlone && mine && theirs && mine.order < theirs.order && mine.answer?.isConfirm && theirs.answer?.isConfirm)
        report("order per device", `device ${address}: frame ${one.place} came before ${latestFirst?.place}`);
      if (!latestFirst || one.firstAt > latestFirst.firstAt) latestFirst = one;
    }
  }
};

/** Rows of a page of readings: small, so that there are many. */
const PAGE = 50;

/** As the API reads them: from what has just come in and from what is packed. */
const judgeReadings = (facts: Facts, stored: readonly Stored[], report: Report): void => {
  const { database, plans } = facts;
  const { readings } = createQueries(database);
  const count = new Map<string, number>();
  for (const { address } of plans)
    for (let after: string | null = ""; after !== null; ) {
      const query: ReadingQuery = { deviceId: `d${address}`, from: null, to: null, after: after || null, limit: PAGE };
      const page = readings(TENANT, query);
      for (const { values } of page.items)
        for (const { quantity, value } of values) {
          if (quantity !== "temperature") continue;
          const key = `d${address} ${value}`;
          count.set(key, (count.get(key) ?? 0) + 1);
        }
      after = page.next;
    }
  for (const one of stored) {
    const { said } = one;
    if (said.reading === null) continue;
    const key = `d${said.address} ${said.reading.value}`;
    const n = count.get(key) ?? 0;
    // Of a stranger no values are kept; while somebody registers it, either may be.
    const isKnown = one.at > knownFrom(facts, said.address);
    if (n === 0 && !isKnown) facts.saw("a value of a stranger is not kept");
    if (n > 1 || (n === 0 && isKnown)) report("each value is stored once", `${key}: ${n} times`);
    count.delete(key);
  }
  for (const key of count.keys()) report("nothing stored that was not sent", `reading ${key}`);
};

const judgeCommands = ({ database, observer, asked, done, saw }: Facts, report: Report): void => {
  const item = database.prepare("SELECT body FROM access WHERE kind = 'command' AND id = ?");
  for (const one of asked) {
    const name = `duty check ${one.minutes} of ${one.address}`;
    const sent = observer.orders.filter(({ address, minutes }) => address === one.address && minutes === one.minutes);
    const executed = done.filter(({ address, minutes }) => address === one.address && minutes === one.minutes).length;
    if (new Set(sent.map(({ serial }) => serial)).size > 1)
      report("a command is one command", `${name}: more than one serial`);
    if (sent.length > TRANSMISSIONS_MAX) report("a command is sent four times at most", `${name}: ${sent.length}`);
    if (sent.some(({ at }) => at >= one.expiresAt)) report("no command after its time", name);
    if (sent.length > 1) saw("a command is sent anew");
    if (one.isRefused) saw("a command is refused");
    if (one.isRefused && sent.length > 0) report("no command that was refused", name);
    if (one.id === null) continue;
    const row = item.get(one.id);
    if (row === undefined) {
      report("what was taken is kept", name);
      continue;
    }
    const { state, endedAt } = JSON.parse(String(row.body)) as { state: string; endedAt: number | null };
    if (state === "done") saw("a command is done");
    if (state === "expired") saw("a command expires");
    if (state === "cancelled") saw("a command is taken back");
    if (endedAt === null) report("every command ends", `${name} is ${state}`);
    if (state === "done" && executed === 0) report("no command is done that no device did", name);
    if ((state === "expired" || state === "cancelled") && sent.length > 0)
      report("what was not sent is not on the wire", `${name} is ${state}`);
    if (endedAt !== null && sent.some(({ at }) => at > endedAt)) report("nothing is sent of what has ended", name);
  }
};

const KINDS = {
  operator: "operators",
  unit: "units",
  device: "devices",
  component: "components",
  alarm: "alarms",
} as const;

/** What was changed so shortly before the end may still be on its way, or waiting for another try. */
const ON_ITS_WAY_MS = 600_000;

const judgeCity = ({ database, city, end, saw }: Facts, report: Report): void => {
  for (const words of city.disorders) report("versions reach the city in order", words);
  for (const [kind, plural] of Object.entries(KINDS))
    for (const { id, version, updated_at } of database.prepare(`SELECT id, version, updated_at FROM ${kind}`).all()) {
      if (Number(updated_at) > end - ON_ITS_WAY_MS) continue;
      const there = city.records.get(`${plural} ${String(id)}`);
      if (there !== undefined && there.version > 1) saw("the city has a later version");
      if (there?.version !== Number(version))
        report(
          "the city has the last version",
          `${kind} ${String(id)}: ${there?.version ?? "none"} of ${String(version)}`,
        );
    }
};

/** Reports what is broken. */
export const judge = (facts: Facts, report: Report): void => {
  for (const words of facts.observer.strange) report("answers answer something", words);
  const stored = judgeFrames(facts, report);
  judgeOrder(facts, stored, report);
  judgeReadings(facts, stored, report);
  judgeAlarms(facts, stored, report);
  judgePresence(facts, stored, report);
  judgeCommands(facts, report);
  judgeCity(facts, report);
};
