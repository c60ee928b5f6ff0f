import { Random } from "@dianan/testkit";

/** Milliseconds from the begin of the world. */
export type Span = { readonly from: number; readonly until: number };

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What happens to all: the hub is restarted, networks break. */
export type World = {
  readonly days: number;
  readonly end: number;
  readonly hubDown: readonly Span[];
  /** Links of a part of the devices break at `from`, and nothing of them passes before `until`. */
  readonly storms: readonly (Span & { readonly part: number })[];
};

/** What one device does and suffers; nothing here knows what the hub makes of it. */
export type Life = {
  readonly periodMs: number;
  /** When frames of it arrive, growing. */ readonly heard: readonly number[];
  /** Ends of its links that the hub sees, growing, with when the link carried frames. */
  readonly ends: readonly { readonly at: number; readonly firstHeardAt: number; readonly lastHeardAt: number }[];
  /** When it could not send, whoever asked. */ readonly outages: readonly Span[];
};

/** From 0 up to 1. */
const seeded = (seed: number): (() => number) => {
  const random = new Random(seed);
  return () => random.next() / 2 ** 32;
};

const logUniform = (random: () => number, from: number, to: number): number => from * (to / from) ** random();

/** Times of a Poisson process as spans. */
const spansOf = (random: () => number, end: number, everyMs: number, length: () => number): Span[] => {
  const spans: Span[] = [];
  const wait = (): number => -Math.log(1 - random()) * everyMs;
  for (let from = wait(); from < end; ) {
    const until = from + length();
    spans.push({ from, until });
    from = until + MINUTE + wait();
  }
  return spans;
};

export const makeWorld = (days: number, seed: number): World => {
  const random = seeded(seed);
  const end = days * DAY;
  const restarts = spansOf(random, end, 3 * DAY, () => {
    const kind = random();
    if (kind < 0.7) return logUniform(random, 12 * SECOND, MINUTE);
    return kind < 0.95 ? logUniform(random, MINUTE, 20 * MINUTE) : logUniform(random, HOUR, 3 * HOUR);
  });
  // Half a day of a hub that ends every ten minutes.
  const loop = { from: end / 2, until: end / 2 + 12 * HOUR };
  const crashes: Span[] = [];
  for (let at = loop.from; at < loop.until; at += 10 * MINUTE)
    crashes.push({ from: at, until: at + (15 + 15 * random()) * SECOND });
  const calm = restarts.filter(({ from, until }) => until < loop.from - HOUR || from > loop.until + HOUR);
  const storms = spansOf(random, end, 2 * DAY, () => logUniform(random, 5 * SECOND, 8 * MINUTE));
  return {
    days,
    end,
    hubDown: [...calm, ...crashes].sort((a, b) => a.from - b.from),
    storms: storms.map((storm) => ({ ...storm, part: random() < 0.5 ? 1 : 0.2 + 0.8 * random() })),
  };
};

/** Walks growing times along spans that may overlap. */
const createWalk = (spans: readonly Span[]) => {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  let next = 0;
  let until = Number.NEGATIVE_INFINITY;
  const moveTo = (at: number): void => {
    for (let span = sorted[next]; span !== undefined && span.from <= at; span = sorted[++next])
      until = Math.max(until, span.until);
  };
  return {
    isIn: (at: number): boolean => {
      moveTo(at);
      return at < until;
    },
    nextFrom: (at: number): number => {
      moveTo(at);
      return sorted[next]?.from ?? Number.POSITIVE_INFINITY;
    },
  };
};

const TRIES = [0, 20 * SECOND, MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE];

/** Device `index` of the world. Of ten, six keep their link; four sleep (NB-IoT), one of them without links. */
export const liveOf = (world: World, index: number, seed: number): Life => {
  const random = seeded(seed ^ Math.imul(index + 1, 0x9e3779b1));
  const keepsLink = index % 10 < 6;
  const hasLinks = index % 10 < 9;
  const periodMs = Math.round(logUniform(random, keepsLink ? 5 * MINUTE : 15 * MINUTE, keepsLink ? HOUR : 6 * HOUR));
  const outages = spansOf(random, world.end, 20 * DAY, () => logUniform(random, 10 * MINUTE, 3 * DAY));
  // One in a hundred dies for good.
  if (random() < 0.01) outages.push({ from: world.end * random(), until: Number.POSITIVE_INFINITY });
  const storms = world.storms.filter(({ part }) => random() < part);
  const blocked = createWalk([...world.hubDown, ...storms]);
  const broken = createWalk(outages);
  const heard: number[] = [];
  const ends: { at: number; firstHeardAt: number; lastHeardAt: number }[] = [];
  const latency = (): number => 50 + 3 * SECOND * random();

  const keep = (): void => {
    let at = periodMs * random();
    let tries = 0;
    let reboot = at - Math.log(1 - random()) * 5 * DAY;
    while (at < world.end) {
      if (broken.isIn(at)) {
        at += MINUTE;
        continue;
      }
      if (blocked.isIn(at)) {
        at += Math.min(2 * MINUTE, 5 * SECOND * 2 ** tries++) * (0.5 + random() / 2);
        continue;
      }
      tries = 0;
      const stop = Math.min(blocked.nextFrom(at), broken.nextFrom(at), reboot, world.end);
      const firstHeardAt = at + latency();
      let lastHeardAt = firstHeardAt;
      if (firstHeardAt < stop) heard.push(firstHeardAt);
      // A frame that is not confirmed is sent again: few uploads are lost for good.
      for (let sent = at; ; ) {
        sent += periodMs * (0.9 + 0.2 * random());
        if (sent >= stop) break;
        const arrives = sent + latency();
        if (arrives >= stop || random() < 0.000_5) continue;
        heard.push(arrives);
        lastHeardAt = arrives;
      }
      const isHub = world.hubDown.some(({ from }) => from === stop);
      // Of a device that lost its power the hub often sees no end.
      if (!isHub && firstHeardAt < stop && random() < 0.7)
        ends.push({ at: stop + 5 * SECOND * random(), firstHeardAt, lastHeardAt });
      at = stop + 1;
      if (stop === reboot) {
        at = stop + (10 + 40 * random()) * SECOND;
        reboot = at - Math.log(1 - random()) * 5 * DAY;
      }
    }
  };

  /** Wakes, sends until it is heard or gives up, sleeps. A period near 6 h keeps clear of 6 h (EF-4.4.2). */
  const sleep = (): void => {
    const [least, more] = periodMs > 2 * HOUR ? [0.85, 0.1] : [0.9, 0.2];
    for (let wake = periodMs * random(); wake < world.end; wake += periodMs * (least + more * random())) {
      for (const wait of TRIES) {
        const at = wake + wait;
        if (broken.isIn(at) || blocked.isIn(at)) continue;
        let last = at + latency();
        const firstHeardAt = last;
        if (Math.min(blocked.nextFrom(at), broken.nextFrom(at)) <= last) continue;
        heard.push(last);
        const stop = Math.min(blocked.nextFrom(at), broken.nextFrom(at));
        for (let more = Math.floor(3 * random()); more > 0; more -= 1) {
          const next = last + 30 * SECOND * random();
          if (next >= stop) break;
          heard.push(next);
          last = next;
        }
        if (hasLinks) ends.push({ at: Math.min(stop, last + 60 * SECOND * random()), firstHeardAt, lastHeardAt: last });
        break;
      }
    }
  };

  if (keepsLink) keep();
  else sleep();
  return { periodMs, heard, ends, outages };
};
