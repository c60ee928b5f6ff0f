import { gb26875 } from "@dianan/codec/gb26875";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOf, decodedFields } from "./frame-fields.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const time = gb26875.timeLabelOf(Date.UTC(2026, 10, 24, 13, 0, 0), 480);
const head = { serial: 298, version: { main: 1, user: 1 }, time, source: 889, destination: 0, command: 2 };
const bits = {
  ...{ normal: false, fire: true, fault: false, shielded: false, supervised: false, started: false },
  ...{ feedback: false, delayed: false, powerFault: false, reserved: 0 },
};
const item = {
  systemType: 1,
  systemAddress: 1,
  componentType: 17,
  componentAddress: 7,
  status: bits,
  note: "A 相",
  time,
};
const status = gb26875.encodeFrame({ ...head, message: { kind: "componentStatus", items: [item, item] } });

test("GB/T 26875.3 §6.6: the fields of a frame cover each of its bytes once, in order", () => {
  const decoded = decodedFields("gb26875", hex(status));
  if (decoded.kind !== "fields") throw new Error(decoded.kind);
  let next = 0;
  for (const row of decoded.rows) {
    expect(row.at, row.path).toBe(next);
    next = row.end;
  }
  expect(next).toBe(status.length);
  const row = (path: string) => decoded.rows.find((one) => one.path === path);
  expect(row("source")).toMatchObject({ at: 12, end: 18, zh: "源地址", value: "889" });
  expect(row("message.items[1].status")?.value).toBe("fire");
  expect(row("message.items[0].componentType")?.word?.zh).toBe("剩余电流式电气火灾监控探测器");
  expect(row("time")?.value).toBe("2026-11-24 21:00:00");
});

test("an empty confirm and a type that nobody knows are read too, bytes kept", () => {
  const empty = decodedFields("gb26875", hex(gb26875.encodeFrame({ ...head, command: 3, message: { kind: "empty" } })));
  expect(empty.kind).toBe("fields");
  const unknown = gb26875.encodeFrame({
    ...head,
    message: { kind: "unknown", typeFlag: 200, bytes: Uint8Array.of(1, 0xab) },
  });
  const decoded = decodedFields("gb26875", hex(unknown));
  expect(decoded.kind === "fields" && decoded.rows.some(({ value }) => value.includes("ab"))).toBe(true);
});

test("SEC-DEV-05: a frame that is refused says where and why", () => {
  const wrong = Uint8Array.from(status);
  wrong[20] = 9;
  expect(decodedFields("gb26875", hex(wrong))).toMatchObject({ kind: "refused", code: "bad-checksum" });
});

test.each(["", "4", "zz", "4040", "2323"])("the hex %j is refused, never thrown", (text) => {
  expect(decodedFields("gb26875", text).kind).toBe("refused");
});

test("a protocol without a decoder here is said to have none", () => {
  expect(decodedFields("modbus", "4040")).toEqual({ kind: "unknownProtocol" });
});

test("whatever the bytes are, the page shows something and does not throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(status.length - 1), fc.nat(255), (noise, at, byte) => {
      const bent = Uint8Array.from(status);
      bent[at] = byte;
      for (const bytes of [noise, bent]) expect(decodedFields("gb26875", hex(bytes)).kind).toMatch(/fields|refused/);
    }),
  );
  expect(bytesOf("40aB")).toEqual(Uint8Array.of(0x40, 0xab));
});
