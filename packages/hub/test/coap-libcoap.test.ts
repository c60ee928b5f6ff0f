import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gb26875 } from "@dianan/codec";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { frame, isLibcoapRequired, libcoap, runTool, startCoapHub } from "./coap-fixture.ts";
import type { MqttHub } from "./mqtt-fixture.ts";

if (libcoap === undefined) console.warn("SKIPPED: coap-client of libcoap is not installed (apt install libcoap3-bin)");

describe.runIf(libcoap !== undefined || isLibcoapRequired)("Debian's libcoap", () => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-libcoap-"));
  let on: MqttHub;
  beforeAll(async () => {
    on = await startCoapHub();
  }, 60_000);
  afterAll(async () => {
    await on?.end();
    rmSync(folder, { recursive: true, force: true });
  });
  /** What it says, and the payload of the answer. */
  const run = async (path: string, device: string, args: readonly string[], payload?: Buffer) => {
    const output = join(folder, "answer");
    writeFileSync(output, "");
    const input = join(folder, "payload");
    if (payload !== undefined) writeFileSync(input, payload);
    const query = device === "" ? "" : `?k=${on.keys.get(device) ?? device}`;
    const { said } = await runTool(libcoap ?? "coap-client", [
      ...["-B", "20", "-v", "6", "-o", output, ...args, ...(payload === undefined ? [] : ["-f", input])],
      `coap://127.0.0.1:${on.port}/${path}${query}`,
    ]);
    return { said, answer: readFileSync(output) };
  };
  const valuesOf = async (deviceId: string): Promise<readonly unknown[]> =>
    (await on.list(`readings?deviceId=${deviceId}&limit=500`)).map(({ value }) => value).sort();

  test.each([
    ["confirmable", [], 501],
    ["not confirmable", ["-N"], 502],
  ] as const)("EF-N.1: a frame, %s: the answer is its confirm", async (_, args, value) => {
    const { answer, said } = await run("up", "own", ["-m", "post", "-t", "42", ...args], frame(101, value, value));
    expect(gb26875.decodeFrame(answer), said).toMatchObject({ ok: true, value: { command: 3, serial: value } });
    expect(await valuesOf("own")).toContain(value / 10);
  });

  test("RFC 7959: frames in blocks of 64 bytes, confirms in blocks of what fits", async () => {
    const serials = Array.from({ length: 30 }, (_, n) => 3_000 + n);
    const payload = Buffer.concat(serials.map((serial) => frame(101, serial, serial)));
    const { answer, said } = await run("up", "own", ["-m", "post", "-t", "42", "-b", "64"], payload);
    expect(gb26875.cutFrames(new Uint8Array(0), answer).frames, said).toHaveLength(30);
    expect(await valuesOf("own")).toEqual(expect.arrayContaining(serials.map((serial) => serial / 10)));
  });

  test("EF-2.1: JSON, and the commands of the device", async () => {
    const message = { sequence: 1, readings: [{ quantity: "temperature", value: 41.5 }] };
    const json = Buffer.from(JSON.stringify(message));
    const { answer } = await run("events", "spoken", ["-m", "post", "-t", "50"], json);
    expect(JSON.parse(answer.toString())).toMatchObject({ sequence: 1, status: "accepted" });
    expect(await valuesOf("spoken")).toEqual([41.5]);
    const down = await run("down", "spoken", ["-m", "get"]);
    expect(JSON.parse(down.answer.toString())).toEqual({ items: [] });
  });

  test("RFC 6690: what there is, though the answer is limited to three times the datagram", async () => {
    const { answer } = await run(".well-known/core", "", ["-m", "get"]);
    expect(answer.toString()).toContain("</up>");
    expect(answer.toString()).toContain("</down>");
  });

  test("SEC-DEV-18, SEC-API-01: it is told what it may not do", async () => {
    const post = ["-m", "post", "-t", "42"];
    expect((await run("up", "dd_wrong-key-0000", post, frame(101, 9, 900))).said).toContain("4.01");
    expect((await run("up", "", post, frame(101, 9, 900))).said).toContain("4.01");
    expect((await run("up/gb26875/103", "own", post, frame(103, 9, 900))).said).toContain("4.03");
    expect((await run("nothing", "own", post, frame(101, 9, 900))).said).toContain("4.04");
    expect((await run("up", "own", ["-m", "get"])).said).toContain("4.05");
    expect([...(await valuesOf("own")), ...(await valuesOf("other"))]).not.toContain(90);
  });
});
