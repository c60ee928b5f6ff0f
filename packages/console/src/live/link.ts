/** One thing that is wrong with what was sent. */
export type Finding = {
  readonly zh: string;
  readonly en: string;
  /** JSON pointer of the member that it is of. */ readonly path?: string;
  /** Requirement or clause that was broken. */ readonly clause?: string;
};

/** Why the hub gave no list. `status` is 0 when there was no answer at all. */
export type Refusal = {
  readonly status: number;
  readonly title: { readonly zh: string; readonly en: string };
  readonly requestId: string | null;
  /** Stable word for programs; "" where the answer has none. */ readonly code?: string;
  /** What to do about it. */ readonly detail?: { readonly zh: string; readonly en: string };
  /** What is wrong, one by one. */ readonly findings?: readonly Finding[];
};

/** The page's connection to the hub (数据连接). All times are milliseconds of the page's own clock. */
export type Link = {
  readonly phase: "reading" | "opening" | "live" | "waiting" | "signedOut";
  /** Last position of the feed that was taken in; null before the first snapshot. */ readonly cursor: string | null;
  /** Last sign of life from the hub's data; null before the first. */ readonly heardAt: number | null;
  /** When the stream was opened last. */ readonly openedAt: number | null;
  /** Failures in a row. */ readonly failures: number;
  readonly retryAt: number | null;
  readonly problem: Refusal | null;
};

export type LinkInput =
  | { readonly kind: "start" | "signedIn" | "early" | "tick" | "streamEnded"; readonly at: number }
  | { readonly kind: "snapshot" | "heard"; readonly at: number; readonly cursor: string }
  | { readonly kind: "refused"; readonly at: number; readonly problem: Refusal };

export type LinkEffect = { readonly kind: "read" | "close" } | { readonly kind: "open"; readonly after: string };
export type LinkStep = { readonly link: Link; readonly effects: readonly LinkEffect[] };

/** The hub beats every 5 s; silent for longer than this, what is shown may be old. */
export const STALE_AFTER_MS = 12_000;
/** An open stream that says nothing for this long is dead, whatever the network claims. */
export const REOPEN_AFTER_MS = 20_000;
const RETRY_MS = [0, 1_000, 2_000, 4_000, 8_000] as const;

export const firstLink: Link = {
  phase: "reading",
  cursor: null,
  heardAt: null,
  openedAt: null,
  failures: 0,
  retryAt: null,
  problem: null,
};

const idle = (link: Link): LinkStep => ({ link, effects: [] });
const read = (link: Link, ...before: readonly LinkEffect[]): LinkStep => ({
  link: { ...link, phase: "reading", retryAt: null },
  effects: [...before, { kind: "read" }],
});
const failed = (link: Link, at: number, problem: Refusal | null): LinkStep => {
  const failures = link.failures + 1;
  const wait = RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? 0;
  return idle({ ...link, phase: "waiting", failures, problem, retryAt: at + wait });
};

/**
 * One step of the connection: snapshot, then stream from its cursor. A stream that ends for good (the cursor is too old, the
 * session is over, the hub refuses) leads back to a snapshot, whose answer says why. A dropped connection is the browser's to
 * mend, from the last cursor.
 */
export const stepLink = (link: Link, input: LinkInput): LinkStep => {
  const { at } = input;
  switch (input.kind) {
    case "start":
    case "signedIn":
      return read({ ...link, failures: 0, problem: null }, { kind: "close" });
    case "early":
      return idle({ ...link, heardAt: at });
    case "snapshot":
      return {
        link: { ...link, phase: "opening", cursor: input.cursor, heardAt: at, openedAt: at, problem: null },
        effects: [{ kind: "open", after: input.cursor }],
      };
    case "heard":
      if (link.phase === "signedOut") return idle(link);
      return idle({ ...link, phase: "live", cursor: input.cursor, heardAt: at, failures: 0, problem: null });
    case "refused":
      if (input.problem.status === 401)
        return { link: { ...link, phase: "signedOut", problem: null, retryAt: null }, effects: [{ kind: "close" }] };
      return failed(link, at, input.problem);
    case "streamEnded":
      return link.phase === "live" || link.phase === "opening" ? failed(link, at, link.problem) : idle(link);
    case "tick":
      return tick(link, at);
  }
};

const tick = (link: Link, at: number): LinkStep => {
  if (link.phase === "waiting" && at >= (link.retryAt ?? 0)) return read(link, { kind: "close" });
  const isOpen = link.phase === "live" || link.phase === "opening";
  const quietSince = Math.max(link.heardAt ?? at, link.openedAt ?? at);
  if (!isOpen || link.cursor === null || at - quietSince < REOPEN_AFTER_MS) return idle(link);
  return {
    link: { ...link, phase: "opening", openedAt: at },
    effects: [{ kind: "close" }, { kind: "open", after: link.cursor }],
  };
};

/** True when what is shown may be old: data had come, and then nothing for {@link STALE_AFTER_MS}. */
export const isStale = ({ heardAt }: Link, now: number): boolean => heardAt !== null && now - heardAt > STALE_AFTER_MS;
