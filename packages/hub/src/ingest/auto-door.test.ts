import { readFileSync } from "node:fs";
import type { Instant } from "@dianan/model";
import { expect, test } from "vitest";
import { createDrivers } from "../drivers/drivers.ts";
import type { AcceptLink } from "../ports/device-link.ts";
import { createAutoDoor, protocolOf } from "./auto-door.ts";

const NOW = Date.UTC(2026, 10, 20) as Instant;
type Vector = { readonly name: string; readonly hex: string; readonly direction?: string; readonly error?: object };
type Odd = { readonly options?: object; readonly dialect?: string; readonly layout?: string };
const framesOf = (protocol: string, file: string): readonly Uint8Array[] => {
  const path = new URL(`../../../../specs/vectors/${protocol}/${file}.json`, import.meta.url);
  const { vectors } = JSON.parse(readFileSync(path, "utf8")) as { readonly vectors: readonly (Vector & Odd)[] };
  return vectors
    .filter(
      ({ direction = "up", error, options, dialect }) =>
        direction === "up" && error === undefined && options === undefined && dialect === undefined,
    )
    .map(({ hex }) => Uint8Array.from(Buffer.from(hex, "hex")));
};

/** Links that each protocol was given, and what they were told. */
const openDoor = () => {
  const told: { readonly protocol: string; readonly bytes: number[] }[] = [];
  const refused: unknown[] = [];
  const taking =
    (protocol: string): AcceptLink =>
    () => {
      const one = { protocol, bytes: [] as number[] };
      told.push(one);
      return {
        read: (chunk) => {
          one.bytes.push(...chunk);
          return { unfinished: false, valid: 1 };
        },
        isBusy: () => false,
        closed: () => {},
      };
    };
  const choices = [...createDrivers(480).values()]
    .filter(({ bus, polling, dialect }) => bus === undefined && polling === undefined && dialect === undefined)
    .map((driver) => ({ driver, accept: taking(driver.id) }));
  const accept = createAutoDoor(choices, () => NOW, {
    broken: (...one) => {
      refused.push(one);
      return null;
    },
  });
  const ends: number[] = [];
  const open = () =>
    accept({
      ...{ remote: "r", send: () => {}, isOpen: () => true, pause: () => {}, resume: () => {} },
      end: () => void ends.push(1),
    });
  return { choices, told, refused, ends, open };
};

test.each([
  ["ykc", "frames"],
  ["ap3000", "frames"],
  ["bkv", "frames"],
  ["gb26875", "frames"],
] as const)("EF-N.1: whatever %s sends is known for it by its first good frame", (protocol, file) => {
  const { choices } = openDoor();
  const own = choices.find(({ driver }) => driver.id === protocol);
  let count = 0;
  for (const bytes of framesOf(protocol, file)) {
    if (own?.driver.open(bytes, NOW).kind === "broken") continue;
    expect(protocolOf(choices, bytes, NOW)?.driver.id, Buffer.from(bytes).toString("hex")).toBe(protocol);
    count += 1;
  }
  expect(count).toBeGreaterThan(3);
});

const login = Buffer.from("5aa5490081003836303030303030303030303031370a4a555931302d485731", "hex");
const heartbeat = framesOf("bkv", "frames")[0] as Uint8Array;

test("EF-N.1: byte by byte, behind garbage: nothing is lost, and the connection keeps its protocol", () => {
  const { told, open } = openDoor();
  const reader = open();
  const garbage = Buffer.from("68ff00fcfe", "hex");
  const all = Buffer.concat([garbage, heartbeat, Buffer.from("5aa5", "hex")]);
  for (const byte of all) reader.read(Uint8Array.of(byte));
  expect(told).toEqual([{ protocol: "bkv", bytes: [...all] }]);
});

test("what is no frame, a frame cut short and one with a wrong sum choose nothing; another frame may follow", () => {
  const { told, open, ends } = openDoor();
  const reader = open();
  const wrong = Uint8Array.from(heartbeat);
  wrong[wrong.length - 3] = (wrong.at(-3) ?? 0) ^ 0xff;
  for (const bytes of [wrong, login, new TextEncoder().encode("GET / HTTP/1.1\r\n\r\n")])
    expect(reader.read(bytes)).toEqual({ unfinished: false, valid: 0 });
  expect([told, ends]).toEqual([[], []]);
  reader.closed();
});

test("SEC-DEV-08: beyond 4 KiB without a good frame the bytes are kept as evidence and the connection ends", () => {
  const { told, refused, ends, open } = openDoor();
  const reader = open();
  for (let n = 0; n < 5; n += 1) reader.read(new Uint8Array(1_024).fill(0x11));
  expect(ends).toEqual([1]);
  expect(refused).toMatchObject([[{ protocol: "auto" }, { length: 4_096 }, { code: "no-protocol" }]]);
  // What still arrives is not taken.
  expect(reader.read(heartbeat)).toEqual({ unfinished: false, valid: 0 });
  expect(told).toEqual([]);
});
