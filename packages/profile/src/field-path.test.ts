import { expect, test } from "vitest";
import { fieldReader } from "./field-path.ts";

const frame = {
  command: 6,
  message: { kind: "power", ports: [{ state: 1, on: true }, { state: 0 }], bytes: Uint8Array.of(7, 8), order: null },
};

test.each([
  ["command", [{ raw: 6, index: null }]],
  ["message.kind", [{ raw: "power", index: null }]],
  ["message.ports[1].state", [{ raw: 0, index: null }]],
  [
    "message.ports[*].state",
    [
      { raw: 1, index: 0 },
      { raw: 0, index: 1 },
    ],
  ],
  ["message.ports[*].on", [{ raw: true, index: 0 }]],
  ["message.bytes[1]", [{ raw: 8, index: null }]],
  [
    "message.bytes[*]",
    [
      { raw: 7, index: 0 },
      { raw: 8, index: 1 },
    ],
  ],
  ["message.order", [{ raw: null, index: null }]],
])("%s", (path, found) => {
  expect(fieldReader(path)(frame)).toEqual(found);
});

test.each([
  "nothing",
  "message",
  "message.ports",
  "message.ports[9].state",
  "command.x",
  "message.kind[0]",
  "constructor",
  "message.order.x",
])("%s gives nothing", (path) => {
  expect(fieldReader(path)(frame)).toEqual([]);
});

test("a frame that is no object gives nothing", () => {
  for (const other of [null, undefined, 1, "text", []]) expect(fieldReader("a.b")(other)).toEqual([]);
});
