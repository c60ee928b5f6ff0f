import { dlt645 } from "@dianan/codec";
import { type Instant, tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import { dlt645Driver } from "../drivers/dlt645-driver.ts";
import type { PassingFrame } from "../ports/frame-tap.ts";
import type { Polling } from "../ports/polling.ts";
import { createFrameTap } from "./frame-tap.ts";
import { createPollLines } from "./poll-lines.ts";

const METER = "000123456789";
const answer = dlt645.encodeFrame({
  preamble: 0,
  address: METER,
  message: { kind: "readAddressAnswer", address: METER },
});

/** A line whose time and whose link the test moves. */
const openLine = () => {
  const sent: Uint8Array[] = [];
  const shown: PassingFrame[] = [];
  const world = { at: 0, isOpen: true };
  const tap = createFrameTap(() => {});
  const deps = { tenant: tenantId("main"), clock: () => world.at as Instant, nextId: () => "f-1", tap };
  const lines = createPollLines(deps, { entryOf: () => undefined });
  const link = {
    remote: "192.0.2.1:7",
    send: (bytes: Uint8Array) => void sent.push(bytes),
    isOpen: () => world.isOpen,
  };
  const line = lines.open({ ...link, pause: () => {}, resume: () => {} }, "dlt645", dlt645Driver.polling as Polling);
  const tickAt = (at: number): void => {
    world.at = at;
    lines.tick();
  };
  return { sent, shown, world, tap, line, tickAt };
};

test("nothing is sent before the first tick, on a link that is closing, or once it is closed", () => {
  const { sent, world, line, tickAt } = openLine();
  expect(sent).toHaveLength(0);
  world.isOpen = false;
  tickAt(1_000);
  expect(sent).toHaveLength(0);
  world.isOpen = true;
  tickAt(2_000);
  expect(sent).toHaveLength(1);
  line.closed();
  tickAt(90_000);
  expect(sent).toHaveLength(1);
});

test("bytes that answer nothing bring no question; the answer brings the next one at once", () => {
  const { sent, line, tickAt } = openLine();
  line.heard(answer);
  expect(sent).toHaveLength(0);
  tickAt(1_000);
  for (const bytes of [new Uint8Array(0), sent[0] ?? new Uint8Array(0), answer.subarray(1)]) line.heard(bytes);
  expect(sent).toHaveLength(1);
  line.heard(answer);
  expect(sent).toHaveLength(2);
});

test("who looks at the live trace sees what is asked, and of whom", () => {
  const { sent, shown, tap, line, tickAt } = openLine();
  tickAt(1_000);
  const stop = tap.onFrame((frame) => void shown.push(frame));
  line.heard(answer);
  stop();
  expect(shown).toMatchObject([
    { direction: "down", protocol: "dlt645", wireAddress: METER, deviceId: null, verdict: "good", bytes: sent[1] },
  ]);
});
