import { type Frame, gb26875 } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import { expect, test } from "vitest";
import type { CommandQuestion, CommandWish } from "../ports/device-command.ts";
import { createGb26875Commands } from "./gb26875-commands.ts";

const NOW = Date.UTC(2026, 10, 20, 0, 5, 3) as Instant;
const driver = createGb26875Commands(480);
const envelope = { wireAddress: "281474976710655", serial: 65_535, now: NOW, askedAt: NOW };
const COMPONENT = "1/2/17/327682";

const plan = (wish: Partial<CommandWish>): CommandQuestion => {
  const made = driver.plan({ action: "read", componentKey: null, parameters: {}, ...wish });
  if (!made.ok) throw new Error(made.error.words.en);
  // As it comes back from the disk.
  return JSON.parse(JSON.stringify(made.value)) as CommandQuestion;
};
const sent = (question: CommandQuestion): Frame => {
  const frame = gb26875.decodeFrame(driver.encode(question, envelope), { direction: "down" });
  if (!frame.ok) throw new Error(JSON.stringify(frame.error));
  return frame.value;
};
const start = { fromTime: "2026-01-02T08:00:00+08:00" };
const system = { systemType: 11, systemAddress: 3 };

const wishes: readonly (readonly [Partial<CommandWish>, number, number])[] = [
  [{ action: "reset" }, 1, 89],
  [{ action: "syncClock" }, 1, 90],
  [{ action: "dutyCheck" }, 1, 91],
  [{}, 4, 81],
  [{ parameters: { what: "operations", ...start } }, 4, 84],
  [{ parameters: { what: "version" } }, 4, 85],
  [{ parameters: { what: "configuration" } }, 4, 86],
  [{ parameters: { what: "time" } }, 4, 88],
  [{ parameters: { what: "status", ...system } }, 4, 61],
  [{ parameters: { what: "operations", ...system, ...start } }, 4, 64],
  [{ parameters: { what: "version", ...system } }, 4, 65],
  [{ parameters: { what: "configuration", ...system } }, 4, 66],
  [{ parameters: { what: "time", ...system } }, 4, 68],
  [{ componentKey: COMPONENT }, 4, 62],
  [{ componentKey: COMPONENT, parameters: { what: "values" } }, 4, 63],
  [{ componentKey: COMPONENT, parameters: { what: "configuration" } }, 4, 67],
];

test.each(wishes)("GB/T 26875.3-2011 table 3: %j goes out by command %i with type %i", (wish, command, type) => {
  const bytes = driver.encode(plan(wish), envelope);
  expect([bytes[26], bytes[27], bytes[2], bytes[3]]).toEqual([command, type, 255, 255]);
  expect(sent(plan(wish)).destination).toBe(281_474_976_710_655);
});

test("what is asked is what was wished for", () => {
  expect(sent(plan({ componentKey: COMPONENT })).message).toMatchObject({
    items: [{ systemType: 1, systemAddress: 2, componentAddress: 327_682 }],
  });
  expect(sent(plan({ parameters: { what: "operations", records: 102, ...start } })).message).toMatchObject({
    records: 102,
    start: { year: 2026, month: 1, day: 2, hour: 8, minute: 0, second: 0 },
  });
  expect(sent(plan({ action: "dutyCheck", parameters: { timeoutMinutes: 30 } })).message).toMatchObject({
    timeoutMinutes: 30,
  });
  expect(sent(plan({ action: "syncClock" })).message).toMatchObject({
    time: { year: 2026, month: 11, day: 20, hour: 8, minute: 5, second: 3 },
  });
});

test("GB/T 26875.3 §6.4, §6.5: only an answer to the question is one: same serial, right command, right type, right object", () => {
  const question = plan({ parameters: { what: "version", ...system } });
  const time = gb26875.timeLabelOf(NOW, 480);
  const reply = (more: object) =>
    driver.answerOf(
      question,
      envelope,
      gb26875.encodeFrame(
        gb26875.reply(sent(question), time, {
          kind: "softwareVersion",
          ...system,
          major: 2,
          minor: 5,
          ...more,
        } as never),
      ),
    );
  expect(reply({})).toMatchObject({ says: "done", words: { zh: expect.stringContaining("major 2, minor 5") } });
  expect(reply({ systemAddress: 4 })).toMatchObject({ says: "deny" });
  const deny = gb26875.deny(sent(question), time);
  expect(driver.answerOf(question, envelope, gb26875.encodeFrame(deny))).toMatchObject({ says: "deny" });
  for (const other of [
    { ...deny, serial: 1 },
    // A confirm is no reply to a request.
    gb26875.confirm(sent(question), time),
    sent(question),
  ])
    expect(driver.answerOf(question, envelope, gb26875.encodeFrame(other))).toBeNull();
  const clock = plan({ action: "syncClock" });
  const confirm = gb26875.encodeFrame(gb26875.confirm(sent(clock), time));
  expect(driver.answerOf(clock, envelope, confirm)).toMatchObject({ says: "done" });
  expect(driver.answerOf(clock, envelope, confirm.subarray(0, 20))).toBeNull();
});

test("a component without an address of the standard is refused, as is a command for the device that names a component", () => {
  for (const componentKey of ["", "A1", "1/2/17", "256/1/1/1", "1/2/17/4294967296"])
    expect(driver.plan({ action: "read", componentKey, parameters: {} })).toMatchObject({
      error: { path: "/componentId" },
    });
  for (const action of ["reset", "syncClock", "dutyCheck"] as const)
    expect(driver.plan({ action, componentKey: COMPONENT, parameters: {} })).toMatchObject({
      error: { path: "/componentId" },
    });
});
