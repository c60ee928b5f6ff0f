import { type AlarmType, alarmTypes } from "@dianan/model";
import { expect, test } from "vitest";
import { gb26875 } from "./protocol.ts";

const time = { year: 2026, month: 11, day: 20, hour: 8, minute: 5, second: 3 };
const place = { systemType: 1, systemAddress: 1, componentType: 17, componentAddress: 0x00050002 };
const frameOf = (item: ReturnType<typeof gb26875.componentReport>["item"]) =>
  gb26875.encodeFrame({
    ...{ serial: 1, version: { main: 1, user: 1 }, time, source: 1, destination: 0, command: 2 },
    message: { kind: "componentStatus", items: [item] },
  });
/** What a centre reads of the bytes. */
const readBack = (bytes: Uint8Array): readonly string[] => {
  const frame = gb26875.decodeFrame(bytes);
  if (!frame.ok) throw new Error(frame.error.code);
  return gb26875
    .normalise(frame.value, { receivedAt: 0 })
    .flatMap((event) => (event.kind === "condition" && event.present ? [event.type] : []));
};
const every = Object.keys(alarmTypes) as readonly AlarmType[];

test("figure 7: residual current at its detector is the fact sheet's packet, byte for byte", () => {
  const { item, inexact } = gb26875.componentReport(place, ["residualCurrentOver"], "", time);
  expect(Buffer.from(frameOf(item)).toString("hex")).toBe(
    `404001000101030508140b1a0100000000000000000000003000020201${"01011102000500"}0300${"00".repeat(31)}030508140b1ae82323`,
  );
  expect(inexact).toEqual([]);
});

test("what is told exactly is read back by a centre as it was; what is not is named", () => {
  for (const type of every) {
    const at = { ...place, componentType: gb26875.componentTypeFor(type) };
    const { item, inexact } = gb26875.componentReport(at, [type], alarmTypes[type].zh, time);
    const read = readBack(frameOf(item));
    expect([type, read.includes(type)]).toEqual([type, inexact.length === 0]);
  }
});

test("with nothing open it is the recovery: no condition is present", () => {
  expect(readBack(frameOf(gb26875.componentReport(place, [], "恢复", time).item))).toEqual([]);
});

test("EF-N.4: a fire centre is not called for what is no fire danger: 火警 stays clear", () => {
  for (const type of every) {
    const { class: alarmClass, severity, fire } = alarmTypes[type];
    if (alarmClass === "alarm" && severity === 1 && fire) continue;
    expect([type, gb26875.componentReport(place, [type], "", time).item.status.fire]).toEqual([type, false]);
  }
});

test("an alarm whose type the detector does not have is not passed off as exact", () => {
  const { item, inexact } = gb26875.componentReport(place, ["temperatureOver", "offline", "tripped"], "", time);
  expect(readBack(frameOf(item))).toEqual(["residualCurrentOver", "sensorFault"]);
  expect(inexact).toEqual(["temperatureOver", "offline", "tripped"]);
});

test("figure 7: a description is cut to 31 bytes between characters, and holds no control characters", () => {
  const noteOf = (text: string) => gb26875.componentReport(place, [], text, time).item.note;
  expect(noteOf("配电".repeat(20))).toBe(`${"配电".repeat(7)}配`);
  expect(noteOf(`a${"配".repeat(15)}`)).toBe(`a${"配".repeat(15)}`);
  expect(noteOf(`ab${"配".repeat(15)}`)).toBe(`ab${"配".repeat(14)}`);
  expect(noteOf(`${"a".repeat(28)}𠮷`)).toBe("a".repeat(28));
  expect(noteOf("\u0000 一层\u0007二 ")).toBe("一层 二");
  expect(noteOf("一\ud800")).toBe("一\ufffd");
});

test("a place that no byte holds is refused with its field, never wrapped", () => {
  for (const [field, value] of [
    ["systemType", 256],
    ["systemAddress", -1],
    ["componentType", 1.5],
    ["componentAddress", 2 ** 32],
  ] as const) {
    const { item } = gb26875.componentReport({ ...place, [field]: value }, ["smokeAlarm"], "", time);
    expect(() => frameOf(item)).toThrow(field);
  }
});
