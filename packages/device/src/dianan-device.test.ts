import { createHmac } from "node:crypto";
import { createServer, type Socket } from "node:net";
import { type Content, dianan, type Hmac } from "@dianan/codec";
import { afterEach, expect, test } from "vitest";
import { obey } from "./dianan-commands.ts";
import { type DiananDevice, openDiananDevice } from "./dianan-device.ts";
import { pauseAfter } from "./dianan-sender.ts";

const NONE = new Uint8Array(0);
const hmac: Hmac = (bytes) => createHmac("sha256", "0123456789abcdef").update(bytes).digest();
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A platform that keeps what it hears and says what it is told to. */
const platform = async () => {
  const heard: Uint8Array[] = [];
  let socket: Socket | null = null;
  const server = createServer((own) => {
    socket = own;
    own.on("error", () => own.destroy());
    own.on("data", (chunk) => heard.push(...dianan.cutFrames(NONE, chunk).frames));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(
    () => new Promise((resolve) => server.close(resolve)),
    async () => socket?.destroy(),
  );
  const { port } = server.address() as { readonly port: number };
  const say = (counter: number, records: readonly Content[], key: Hmac | null = null): Uint8Array => {
    const frame = {
      options: { secured: false, confirmWanted: true, down: true, reserved: 0 },
      ...{ device: 889, counter, time: dianan.secondsOf(Date.now()), mac: null },
      records: records.map((content) => ({ content })),
    };
    const bytes = key === null ? dianan.encodeFrame(frame) : dianan.sealFrame(frame, key);
    socket?.write(bytes);
    return bytes;
  };
  const contents = () =>
    heard.flatMap((bytes) => {
      const decoded = dianan.decodeFrame(bytes);
      return decoded.ok ? decoded.value.records.map(({ content }) => content) : [];
    });
  return { port, heard, say, contents, write: (bytes: Uint8Array) => socket?.write(bytes) };
};
const open = (port: number, more: object = {}): DiananDevice => {
  const device = openDiananDevice({
    ...{ host: "127.0.0.1", port, address: 889, resendAfterMs: 30, reconnectMs: [5, 20] },
    ...{ introduction: [{ kind: "period", upload: 60, silent: 180, unparsed: NONE }], ...more },
  });
  ends.push(() => device.close());
  return device;
};
const report: Content = { kind: "report", quantity: 255, place: 0, unparsed: NONE };
const locate: Content = { kind: "act", action: 5, unparsed: NONE };

test("§5.1: the same bytes again until they are confirmed; broken and busy are no confirm", async () => {
  const { port, heard, say } = await platform();
  open(port);
  await expect.poll(() => heard.length).toBeGreaterThan(5);
  expect(new Set(heard.map((bytes) => bytes.join())).size).toBe(1);
  say(1, [{ kind: "confirm", counter: 1, outcome: dianan.confirmations.busy.code, unparsed: NONE }]);
  const count = heard.length;
  await expect.poll(() => heard.length).toBeGreaterThan(count + 1);
});

test("§5.1: pauses grow after three resends, up to an hour", () => {
  const rules = { resendAfterMs: 10_000, resends: 3, longestPauseMs: 3_600_000 };
  expect([1, 2, 3, 4, 5, 6, 60].map((times) => pauseAfter(times, rules))).toEqual([
    10_000, 10_000, 10_000, 10_000, 20_000, 40_000, 3_600_000,
  ]);
});

test("§4.8, §4.10: one result for each command; what is guarded needs a code or the owner's leave, what is expired is not done", () => {
  const frame = {
    options: { secured: false, confirmWanted: false, down: true, reserved: 0 },
    ...{ device: 1, counter: 9, time: 0, mac: null },
    records: [report, locate, { kind: "expiry", at: 100, unparsed: NONE } as Content, report].map((content) => ({
      content,
    })),
  };
  const outcomes = (isAllowed: boolean, seconds: number) =>
    obey(frame, { isAllowed, seconds, act: () => "done" }).results.map((one) =>
      one.kind === "result" ? [one.index, one.outcome] : [],
    );
  const { done, refused, expired } = dianan.outcomes;
  expect(outcomes(false, 101)).toEqual([
    [0, done.code],
    [1, refused.code],
    [3, expired.code],
  ]);
  expect(outcomes(true, 100)).toEqual([
    [0, done.code],
    [1, done.code],
    [3, done.code],
  ]);
});

test("§6, SEC-DEV-04, SEC-DEV-06: a wrong code or an old counter commands nothing; a repeat is confirmed and not done again", async () => {
  const { port, say, contents, write, heard } = await platform();
  let acts = 0;
  const onCommand = () => {
    acts += 1;
    return "done";
  };
  open(port, { hmac, onCommand });
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  const confirmsOf = (outcome: keyof typeof dianan.confirmations) =>
    contents().filter((one) => one.kind === "confirm" && one.outcome === dianan.confirmations[outcome].code).length;
  const sent = say(7, [locate], hmac);
  await expect.poll(() => confirmsOf("stored")).toBe(1);
  write(sent);
  await expect.poll(() => confirmsOf("stored")).toBe(2);
  say(6, [locate], hmac);
  await expect.poll(() => confirmsOf("stale")).toBe(1);
  say(8, [locate], (bytes) => hmac(bytes).map((byte) => byte ^ 1));
  await expect.poll(() => confirmsOf("notAuthentic")).toBe(1);
  say(9, [locate]);
  await expect.poll(() => contents().filter(({ kind }) => kind === "result").length).toBe(2);
  expect(acts).toBe(1);
});
