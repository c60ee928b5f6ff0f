import { describe, expect, test } from "vitest";
import type { DialectOptions } from "../protocol.ts";
import type { Message } from "./message.ts";
import type { Frame } from "./packet.ts";
import { gb26875 } from "./protocol.ts";

const time = { year: 2026, month: 11, day: 20, hour: 8, minute: 5, second: 3 };
const frame = (command: number, message: Message, more: Partial<Frame> = {}): Frame => ({
  serial: 7,
  version: { main: 1, user: 1 },
  time,
  source: 889,
  destination: 88_888,
  command,
  message,
  ...more,
});
const { control, sendData, confirm, request, reply, deny } = gb26875.commands;
const empty = { kind: "empty" } as const;
const askStatus: Message = { kind: "readTransmitterStatus" };
const version: Message = { kind: "transmitterVersion", major: 1, minor: 2 };
const status = {
  normal: true,
  fire: false,
  fault: false,
  mainPowerFault: false,
  backupPowerFault: false,
  channelFault: false,
  lineFault: false,
  reserved: 0,
};
const told: Message = { kind: "transmitterStatus", status, time };

test("table 3: every type has its rule, and no other number has", () => {
  for (let code = 0; code < 256; code += 1) {
    const row = Object.values(gb26875.typeFlags).find((one) => one.code === code);
    expect(gb26875.typeRuleOf(code)?.direction, String(code)).toBe(row?.direction);
  }
});

describe("§6.2: a request of type t + 60 is answered by command 5 with type t", () => {
  test.each([
    [61, 1],
    [62, 2],
    [63, 3],
    [64, 4],
    [65, 5],
    [66, 6],
    [67, 7],
    [68, 8],
    [81, 21],
    [84, 24],
    [85, 25],
    [86, 26],
    [88, 28],
  ])("%i asks for %i", (asked, answered) => expect(gb26875.replyTypeOf(asked)).toBe(answered));

  test.each([0, 1, 21, 60, 69, 82, 83, 87, 89, 90, 91, 128, 255])("%i asks for nothing", (typeFlag) =>
    expect(gb26875.replyTypeOf(typeFlag)).toBeNull(),
  );

  test("a reply has the serial of the request, swapped addresses and what was asked for", () => {
    const asked = frame(request.code, askStatus);
    const answer = gb26875.reply(asked, time, told);
    expect(answer).toEqual(frame(reply.code, told, { source: 88_888, destination: 889 }));
    expect(gb26875.isAnswerTo(answer, asked)).toBe(true);
    const bytes = gb26875.encodeFrame(answer);
    expect(gb26875.decodeFrame(bytes)).toEqual({ ok: true, value: answer });
  });

  test.each<readonly [string, Message, Message, RegExp]>([
    ["another type than asked for", askStatus, version, /^message: type 81 asks for type 21, not 25/],
    ["nothing", askStatus, empty, /not nothing/],
    ["a reply to what asks for nothing", { kind: "initialise" }, told, /^to\.message: type 89 asks for nothing/],
    ["a reply to data", told, told, /type 21 asks for nothing/],
    ["a reply to no data", empty, told, /asks for nothing/],
  ])("refused: %s", (_, asked, answer, message) => {
    expect(() => gb26875.reply(frame(request.code, asked), time, answer)).toThrow(message);
  });
});

describe("§6.5: what answers what", () => {
  const data = frame(sendData.code, told);
  test.each<readonly [string, Frame, Frame, boolean]>([
    ["confirm of data", frame(confirm.code, empty), data, true],
    ["deny of data", frame(deny.code, empty), data, true],
    ["confirm of control", frame(confirm.code, empty), frame(control.code, { kind: "initialise" }), true],
    ["another serial", frame(confirm.code, empty, { serial: 8 }), data, false],
    ["a reply to data", frame(reply.code, told), data, false],
    ["deny of a request", frame(deny.code, empty), frame(request.code, askStatus), true],
    ["confirm of a request", frame(confirm.code, empty), frame(request.code, askStatus), false],
    ["a reply with another type", frame(reply.code, version), frame(request.code, askStatus), false],
    ["a confirm of a confirm", frame(confirm.code, empty), frame(confirm.code, empty), false],
    ["a confirm of a user command", frame(confirm.code, empty), frame(130, empty), true],
  ])("%s: %#", (_, answer, question, isAnswer) => expect(gb26875.isAnswerTo(answer, question)).toBe(isAnswer));
});

describe("what is due to a frame", () => {
  const unknown: Message = { kind: "unknown", typeFlag: 200, bytes: Uint8Array.of(1) };
  const due = (command: number, message: Message, dialect: DialectOptions = {}, direction: "up" | "down" = "up") =>
    gb26875.dueOf(frame(command, message), { direction, dialect });

  test.each([confirm, reply, deny])("nothing to $en", ({ code }) => expect(due(code, empty)).toBe("none"));
  test("a confirm to every type of table 3, and to no data", () => {
    expect(due(sendData.code, told)).toBe("confirm");
    expect(due(sendData.code, empty)).toBe("confirm");
    expect(due(200, unknown)).toBe("confirm");
  });
  test("a request goes down: a device replies, a centre has nothing to reply with", () => {
    expect(due(request.code, askStatus, {}, "down")).toBe("reply");
    expect(due(request.code, askStatus, {}, "up")).toBe("deny");
  });
  test("a type that nothing opens: the dialect's policy, confirm by default", () => {
    expect(due(sendData.code, unknown)).toBe("confirm");
    expect(due(sendData.code, unknown, { unknownTypes: "deny" })).toBe("deny");
    expect(due(sendData.code, unknown, { unknownTypes: "silence" })).toBe("none");
    expect(due(sendData.code, told, { unknownTypes: "deny" })).toBe("confirm");
    const list: Message = { kind: "unknown", typeFlag: 2, bytes: Uint8Array.of(5, 1) };
    expect(due(sendData.code, list, { unknownTypes: "deny", objectCount: "records" })).toBe("confirm");
  });
  test("heartbeats of a dialect are confirmed, whatever becomes of unknown types; a short packet asks for nothing", () => {
    const nine: Message = { kind: "unknown", typeFlag: 9, bytes: Uint8Array.of(0) };
    expect(due(sendData.code, nine, { unknownTypes: "deny" })).toBe("deny");
    expect(due(sendData.code, nine, { unknownTypes: "deny", heartbeatTypes: true })).toBe("confirm");
    expect(due(0, { kind: "shortPacket", bytes: new Uint8Array(8) }, { heartbeatShort: true })).toBe("none");
  });
});

describe("answers of dialects", () => {
  test("QTL-TX3016A does not swap the addresses", () => {
    const dialect = gb26875.dialects["qtl-tx3016a"].options;
    expect(gb26875.confirm(frame(sendData.code, told), time, { dialect })).toMatchObject({
      source: 889,
      destination: 88_888,
    });
  });

  test("one byte 16H is confirmed with one byte 17H, and in the standard with nothing", () => {
    const handshake = frame(sendData.code, { kind: "unknown", typeFlag: 0x16, bytes: new Uint8Array(0) });
    const dialect = gb26875.dialects.dgiot.options;
    const answer = gb26875.encodeFrame(gb26875.confirm(handshake, time, { dialect }), { dialect });
    expect([...answer.slice(24, 28)]).toEqual([1, 0, 3, 0x17]);
    expect(gb26875.confirm(handshake, time).message).toEqual(empty);
  });

  test("a broken frame is denied in its dialect", () => {
    const dialect = { ...gb26875.dialects.dahua.options, answerAddresses: "same" } as const;
    const bytes = gb26875.encodeFrame(frame(sendData.code, empty), { dialect });
    expect(gb26875.denyBroken(bytes, null, { dialect })).toMatchObject({ command: 6, serial: 7, source: 889 });
  });
});
