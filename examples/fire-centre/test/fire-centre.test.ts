import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { gb26875, type Message } from "@dianan/codec";
import { type Device, openDevice } from "@dianan/device";
import { type ExampleHub, openExampleHub, promisedBy } from "@dianan/example-hub";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Centre, openCentre } from "../src/centre.ts";

const folder = join(import.meta.dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");
const said: string[] = [];
let centre: Centre;
let hub: ExampleHub;
let device: Device;
beforeAll(async () => {
  centre = await openCentre(0, (line) => void said.push(line));
  hub = await openExampleHub({ outboundAllow: "127.0.0.1" });
  await hub.register({ id: "d889", name: "监控装置", protocol: "gb26875", wireAddress: "889" });
  device = openDevice({ host: "127.0.0.1", port: hub.gb26875Port, address: 889 });
}, 60_000);
afterAll(async () => {
  await device?.close();
  await hub?.close();
  await centre?.close();
});

/** State of a residual-current detector. */
const state = (fire: boolean, at: number): Message => {
  const place = { systemType: 1, systemAddress: 1, componentType: 17, componentAddress: 5 };
  const time = gb26875.timeLabelOf(at, 480);
  const open = fire ? (["residualCurrentOver"] as const) : [];
  return { kind: "componentStatus", items: [gb26875.componentReport(place, open, "配电箱", time).item] };
};

test("EF-N.4: what a device of the hub reports arrives at the centre as the README says, in its order", async () => {
  const draft = JSON.parse(/```json\n([^`]*)```/.exec(readme)?.[1] ?? "");
  const who = await hub.administrator();
  const made = await hub.ask(who, "sharing", { ...draft, url: `gb26875://127.0.0.1:${centre.port}` });
  expect(made).toMatchObject({ form: "gb26875", centre: { sourceAddress: 350582000001, resends: 3 } });
  const at = Date.now() - 10_000;
  await device.send(state(true, at));
  await device.send(state(false, at + 2_000));
  const promised = (promisedBy(folder) ?? "").trim().split("\n");
  // It is told once more what is open on a new link, and has its heartbeat: nothing of it comes between here.
  await expect.poll(() => said.slice(0, promised.length), { timeout: 20_000 }).toEqual(promised);
}, 30_000);

test("SEC-OUT-01: a centre at an address that nobody allowed is refused", async () => {
  const who = await hub.administrator();
  const draft = JSON.parse(/```json\n([^`]*)```/.exec(readme)?.[1] ?? "");
  expect(await hub.ask(who, "sharing", { ...draft, url: "gb26875://10.0.0.1:9200" })).toMatchObject({
    code: "address-forbidden",
  });
});

test("§6.5.3: the centre denies a packet with a wrong checksum, and says nothing to what is no packet", async () => {
  const frame = gb26875.encodeFrame({
    ...{ serial: 7, version: { main: 1, user: 1 }, time: gb26875.timeLabelOf(Date.now(), 480), source: 5 },
    ...{ destination: 0, command: gb26875.commands.sendData.code, message: state(true, Date.now()) },
  });
  const broken = frame.slice();
  broken[frame.length - 3] = ((frame[frame.length - 3] ?? 0) + 1) & 0xff;
  const socket = connect({ host: "127.0.0.1", port: centre.port });
  socket.write(Buffer.from("GET / HTTP/1.1\r\n\r\n"));
  socket.write(broken);
  const answer = await new Promise<Uint8Array>((resolve) => socket.once("data", resolve));
  socket.destroy();
  const decoded = gb26875.decodeFrame(answer, { direction: "down" });
  expect(decoded.ok && [decoded.value.command, decoded.value.serial]).toEqual([gb26875.commands.deny.code, 7]);
  expect(said.at(-1)).toMatch(/^denied: bad-checksum/);
});

test("it starts as the README says, on a free port", async () => {
  const child = spawn(process.execPath, ["--conditions=@dianan/source", "src/main.ts", "0"], { cwd: folder });
  const text = await new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) stream.once("data", (chunk) => resolve(String(chunk)));
  });
  child.kill();
  expect(text).toMatch(/^gb26875:\/\/127\.0\.0\.1:[1-9][0-9]*/);
});
