import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "./actor.ts";
import type { AlarmAct, AlarmScene } from "./alarm-act.ts";
import type { AlarmEntry } from "./alarm-entry.ts";
import { stepAlarmLife } from "./alarm-life.ts";
import { type AlarmLife, newLife, overdueFrom, wakeAt } from "./alarm-life-state.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = 1_764_000_000_000;
const WEEK = 7 * DAY;

const people: readonly Actor[] = ["陈伟", "林静", "王磊"].map((name, n) => ({ kind: "person", id: `user-${n}`, name }));
const text = fc.constantFrom("现场检查", "更换线缆");

/** Something that happens to one alarm; the device's own word too. */
type Happening = {
  readonly after: number;
  readonly who: number;
  readonly isOver: boolean | null;
  readonly act: AlarmAct | { readonly kind: "device"; readonly says: "recovered" | "again" };
};
const act: fc.Arbitrary<Happening["act"]> = fc.oneof(
  fc.record({ kind: fc.constant("acknowledge" as const), via: fc.constant("web" as const), note: fc.constant(null) }),
  fc.record({ kind: fc.constant("takeBack" as const), reason: text }),
  fc.record({ kind: fc.constant("assign" as const), to: fc.constantFrom(...people), note: fc.constant(null) }),
  fc.record({
    ...{ kind: fc.constant("advise" as const), text, files: fc.constantFrom([], ["file-1"]) },
    dueAt: fc.constantFrom(null, START, START + 30 * DAY),
  }),
  fc.record({
    kind: fc.constant("rectify" as const),
    text,
    rectifiedAt: fc.constantFrom(START - 1, START, START + DAY),
    files: fc.constantFrom<string[]>([], ["file-1"]),
  }),
  fc.record({
    kind: fc.constant("close" as const),
    reason: fc.constantFrom("resolved" as const, "false" as const, "test" as const, "duplicate" as const),
    text,
  }),
  fc.record({ kind: fc.constant("reopen" as const), reason: text }),
  fc.record({ kind: fc.constant("shelve" as const), minutes: fc.constantFrom(1, 60, 1_440), reason: text }),
  fc.record({ kind: fc.constant("unshelve" as const), reason: text }),
  fc.record({ kind: fc.constant("confirmRecovery" as const), note: text }),
  fc.record({ kind: fc.constant("comment" as const), text, files: fc.constant([]) }),
  fc.record({
    kind: fc.constant("addEvidence" as const),
    fileId: fc.constantFrom("file-1", "file-2"),
    text: fc.constant(null),
  }),
  fc.constant({ kind: "tick" as const }),
  fc.record({ kind: fc.constant("device" as const), says: fc.constantFrom("recovered" as const, "again" as const) }),
);
const happenings = fc.array(
  fc.record({
    after: fc.constantFrom(0, MINUTE, 61 * MINUTE, DAY, 4 * DAY),
    who: fc.nat(people.length - 1),
    isOver: fc.constantFrom(null, true, false),
    act,
  }),
  { maxLength: 60 },
);

type Look = {
  readonly before: AlarmLife;
  readonly scene: AlarmScene;
  readonly act: AlarmAct;
  readonly after: AlarmLife;
  readonly entries: readonly AlarmEntry[];
  readonly record: "clear" | "restore" | null;
  readonly isRefused: boolean;
};

/** Runs them through the core, with a record as the hub would keep it, and looks at every step. */
const run = (list: readonly Happening[], look: (step: Look) => void): void => {
  let life = newLife(START, WEEK, null);
  let now = START;
  let [isRaised, isRecovered] = [true, false];
  for (const { after, who, isOver, act: what } of list) {
    now += after;
    if (what.kind === "device") {
      if (isRaised) isRecovered = what.says === "recovered";
      continue;
    }
    const by = people[who] as Actor;
    const facts = { class: "alarm", isRaised, isRecovered, occurredAt: START, isOver, hasSuccessor: false, due: WEEK };
    const scene: AlarmScene = { ...facts, at: now, by, via: "web" };
    const frozen = JSON.stringify(life);
    const step = stepAlarmLife(life, what, scene);
    expect(JSON.stringify(life)).toBe(frozen);
    const next = step.ok ? step.life : life;
    const [entries, record] = step.ok ? [step.entries, step.record] : [[], null];
    look({ before: life, scene, act: what, after: next, entries, record, isRefused: !step.ok });
    life = next;
    if (record === "clear") isRaised = false;
    if (record === "restore") isRaised = true;
  }
};
const always = (look: (step: Look) => void): void =>
  fc.assert(
    fc.property(happenings, (list) => run(list, look)),
    { numRuns: 500 },
  );

test("EF-4.2: an act changes something exactly when it is told, and a refusal changes nothing", () => {
  always(({ before, after, entries, isRefused, record }) => {
    const hasChanged = JSON.stringify(before) !== JSON.stringify(after);
    expect(hasChanged || record !== null).toBe(entries.length > 0);
    if (isRefused) expect([hasChanged, record]).toEqual([false, null]);
  });
});

test("EF-4.2: whoever acknowledges first has it until it is taken back, comes back as new, or is opened again", () => {
  always(({ before, after, act: { kind } }) => {
    if (before.acknowledged === null || after.acknowledged === before.acknowledged) return;
    expect(["takeBack", "tick"]).toContain(kind);
    expect(after.acknowledged).toBe(null);
  });
});

test("EF-5.3: nothing is closed that nobody acknowledged; work ends with advice; what is over ends only as false or test", () => {
  always(({ before, after, act: did, scene, record }) => {
    if (after.stage !== "closed" || before.stage === "closed") return;
    if (did.kind !== "close") throw new Error(`closed by ${did.kind}`);
    expect(["acknowledged", "rectified"]).toContain(before.stage);
    expect(before.acknowledged).not.toBe(null);
    if (did.reason === "resolved") expect(before.advice).not.toBe(null);
    const isGone = !scene.isRaised || scene.isRecovered || scene.isOver === false;
    if (!isGone) expect(["false", "test"]).toContain(did.reason);
    expect(record).toBe(scene.isRaised ? "clear" : null);
  });
});

test("SEC-DEV-03: only a person who closes or confirms clears an alarm; what the device says never does", () => {
  always(({ act: { kind }, scene, record }) => {
    if (record !== "clear") return;
    expect(["close", "confirmRecovery"]).toContain(kind);
    expect(scene.isRaised).toBe(true);
  });
});

test("EF-5.3: opening again is the reverse of closing, for the alarm too", () => {
  let cleared: boolean | null = null;
  fc.assert(
    fc.property(happenings, (list) => {
      cleared = null;
      run(list, ({ act: { kind }, before, after, record }) => {
        if (kind === "close" && before.stage !== "closed" && after.stage === "closed") cleared = record === "clear";
        if (kind === "reopen" && before.stage === "closed") {
          expect(after.stage).toBe("acknowledged");
          expect(record).toBe(cleared === true ? "restore" : null);
          expect(after.closure).toBe(null);
        }
      });
    }),
    { numRuns: 500 },
  );
});

test("EF-5.3, CP-4.2: after a look at the clock nothing is due any more, so the clock never runs in place", () => {
  always(({ act: { kind }, after, scene }) => {
    if (kind !== "tick") return;
    expect(wakeAt(after) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(scene.at);
  });
});

test("EF-4.2: a shelf that ends brings back as new what still stands, and nothing else", () => {
  always(({ before, act: { kind }, after, scene }) => {
    if (kind !== "tick" || before.shelf === null || before.shelf.until > scene.at) return;
    expect(after.shelf).toBe(null);
    if (before.stage !== "closed") expect(after.stage).toBe(scene.isRaised ? "unacknowledged" : before.stage);
  });
});

test("EF-5.3: what is rectified or closed is not overdue; the stage and what it stands for agree", () => {
  always(({ after }) => {
    if (after.stage === "rectified" || after.stage === "closed") expect(overdueFrom(after)).toBe(null);
    if (after.stage === "rectified") expect(after.rectification).not.toBe(null);
    expect(after.closure !== null).toBe(after.stage === "closed");
    if (after.stage === "acknowledged" || after.stage === "rectified") expect(after.acknowledged).not.toBe(null);
    if (after.stage === "unacknowledged") expect(after.acknowledged).toBe(null);
  });
});
