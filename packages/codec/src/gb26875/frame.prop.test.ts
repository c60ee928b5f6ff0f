import { arbitraryOf, codecLaws } from "@dianan/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { byteLaws } from "../../test/protocol-laws.ts";
import { componentAnalog } from "./component-analog.ts";
import { componentStatus } from "./component-status.ts";
import { cutFrames } from "./cut-frames.ts";
import { decodeFrame, encodeFrame, type Frame, frameParts, packet } from "./frame.ts";
import { applicationDataUnit, type Message } from "./message.ts";
import { normalise } from "./normalise.ts";
import { gb26875 } from "./protocol.ts";
import { systemStatus } from "./system-status.ts";
import { dutyCheck, setClock, transmitterStatus, transmitterTime } from "./transmitter.ts";

codecLaws("system status", systemStatus, { test });
codecLaws("component status", componentStatus, { test });
codecLaws("component analog value", componentAnalog, { test });
codecLaws("transmission device status", transmitterStatus, { test });
codecLaws("transmission device time", transmitterTime, { test });
codecLaws("set clock", setClock, { test });
codecLaws("duty check", dutyCheck, { test });
// The packet's length says where its data ends, so that a cut is never a shorter frame.
codecLaws("packet", packet, { test });

const command = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 128, max: 255 }));
const message: fc.Arbitrary<Message> = fc.oneof(
  { weight: 4, arbitrary: arbitraryOf(applicationDataUnit) },
  { weight: 1, arbitrary: fc.constant({ kind: "empty" } as const) },
);
/** Any frame that can be sent. */
const frames: fc.Arbitrary<Frame> = fc
  .tuple(arbitraryOf(packet), command, message)
  .map(([head, code, content]) => ({ ...head, command: code, message: content }));
const bytesOfFrames = frames.map(encodeFrame);

byteLaws(gb26875, bytesOfFrames, { startByte: 0x40 });

test("decode(encode(frame)) = frame for every standard command", () => {
  fc.assert(
    fc.property(
      frames.filter((frame) => frame.command < 128),
      (frame) => {
        expect(decodeFrame(encodeFrame(frame))).toEqual({ ok: true, value: frame });
      },
    ),
    { numRuns: 500 },
  );
});

test("whatever the bytes, the carry stays below the largest frame and every byte is accounted for", () => {
  const noise = fc
    .array(fc.constantFrom(0x40, 0x23, 0, 1, 4, 255), { maxLength: 3_000 })
    .map((list) => Uint8Array.from(list));
  fc.assert(
    fc.property(noise, fc.array(fc.nat(3_000), { maxLength: 6 }), (stream, places) => {
      let carry: Uint8Array = new Uint8Array(0);
      let seen = 0;
      for (const [from, to] of [...places, stream.length]
        .sort((a, b) => a - b)
        .map((end, i, all) => [all[i - 1] ?? 0, end])) {
        const cut = cutFrames(carry, stream.slice(from, to));
        carry = cut.carry;
        expect(carry.length).toBeLessThan(frameParts.max);
        for (const { length } of [...cut.frames, ...cut.skipped.map(({ bytes }) => bytes)]) seen += length;
      }
      expect(seen + carry.length).toBe(stream.length);
    }),
  );
});

test("four megabytes of start marks are gone through and leave a carry below one frame", () => {
  const cut = cutFrames(new Uint8Array(0), new Uint8Array(4 * 1024 * 1024).fill(0x40));
  expect(cut.frames).toEqual([]);
  expect(cut.carry.length).toBeLessThan(frameParts.max);
});

test("bit 0 (test or normal) changes no condition: an alarm is never suppressed by it", () => {
  fc.assert(
    fc.property(frames, (frame) => {
      const { message: content } = frame;
      if (content.kind !== "componentStatus") return;
      const flip = (normal: boolean): Frame => ({
        ...frame,
        message: { ...content, items: content.items.map((item) => ({ ...item, status: { ...item.status, normal } })) },
      });
      expect(normalise(flip(true), { receivedAt: 0 })).toEqual(normalise(flip(false), { receivedAt: 0 }));
    }),
    { numRuns: 300 },
  );
});

test("every fire bit becomes a present condition of class alarm, every clear one a condition that is gone", () => {
  fc.assert(
    fc.property(arbitraryOf(componentStatus), (item) => {
      const frame: Frame = {
        serial: 1,
        version: { main: 1, user: 1 },
        time: null,
        source: 1,
        destination: 0,
        command: 2,
        message: { kind: "componentStatus", items: [item] },
      };
      const conditions = normalise(frame, { receivedAt: 0 }).filter((event) => event.kind === "condition");
      expect(conditions.map(({ present }) => present)).toEqual([
        item.status.fire,
        item.status.fault,
        item.status.powerFault,
      ]);
    }),
  );
});
