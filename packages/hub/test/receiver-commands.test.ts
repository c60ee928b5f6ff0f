import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gb26875 } from "@dianan/codec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { device, openTestHub, type TestHub, until } from "./http-fixture.ts";
import { ctwingReport, frameOf, MEASURED, openReceiving, type Platform, type Receiving } from "./receiver-fixture.ts";

const secrets = { appKey: "app-key", appSecret: "app-secret", masterKey: "master-key" };
const payload = { kind: "frames", protocol: "gb26875", member: "/APPdata", encoding: "base64" };

/** The gateway of AEP: it checks what it is sent as the sheet says, in words of its own. */
type Call = {
  readonly path: string;
  readonly isSigned: boolean;
  readonly body: { readonly content: { readonly payload: string } };
};
const calls: Call[] = [];
let answer = '{"code":0,"msg":"ok","result":{}}';
let aep: Server;
let hub: TestHub;
let receiving: Receiving;
let base = "";
let to: Platform;

beforeAll(async () => {
  aep = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      const { timestamp, signature, application } = request.headers;
      const said = `application:${application}\ntimestamp:${timestamp}\nMasterKey:master-key\n${text}\n`;
      const right = createHmac("sha1", "app-secret").update(said).digest("base64");
      calls.push({ path: request.url ?? "", isSigned: signature === right, body: JSON.parse(text) });
      response.setHeader("content-type", "application/json");
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => aep.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(aep.address() as AddressInfo).port}`;
  hub = await openTestHub({ outboundAllow: "127.0.0.1" });
  receiving = await openReceiving(() => hub);
  await receiving.register({ ...device, id: "smoke", protocol: "gb26875", wireAddress: "701" });
  const draft = { name: "电信", platform: "ctwing", deviceKey: "imei", payload, secrets };
  to = await receiving.receiver({ ...draft, commands: { url: base } });
}, 30_000);
afterAll(async () => {
  await hub?.end();
  aep?.close();
});

let pushes = 0;
const push = (frame: Buffer, address = to): Promise<unknown> => {
  pushes += 1;
  return receiving.push(address, ctwingReport({ APPdata: frame.toString("base64") }, { timestamp: MEASURED + pushes }));
};
const command = async (): Promise<string> => {
  const { status, body } = await receiving.ask("POST", "devices/smoke/commands", {
    action: "syncClock",
    reason: "时钟偏差",
  });
  expect(status).toBe(202);
  return body.id;
};
const stateOf = async (id: string): Promise<string> => (await receiving.ask("GET", `commands/${id}`)).body.state;

test("SEC-DEV-14, EF-N.1: a command waits for the device's push, goes down signed, and is done by the push of its answer", async () => {
  const id = await command();
  expect(calls).toEqual([]);
  await push(frameOf(701, 1));
  const [call] = await until(
    () => calls,
    (all) => all.length > 0,
  );
  expect([call?.path, call?.isSigned]).toEqual(["/aep_device_command/command", true]);
  expect(call?.body).toMatchObject({ deviceId: "aep-0001", productId: 15_000_001, ttl: 7200 });
  const asked = gb26875.decodeFrame(Buffer.from(call?.body.content.payload ?? "", "hex"));
  expect(asked).toMatchObject({ ok: true, value: { destination: 701, message: { kind: "setClock" } } });
  if (!asked.ok) return;
  const { serial, version, time } = asked.value;
  const confirm = { serial, version, time, source: 701, destination: 0, command: gb26875.commands.confirm.code };
  await push(Buffer.from(gb26875.encodeFrame({ ...confirm, message: { kind: "empty" } } as never)));
  await until(
    () => stateOf(id),
    (state) => state === "done",
  );
  expect((await receiving.ask("GET", `receivers/${to.id}`)).body).toMatchObject({
    ...{ commandError: null, secretsSet: ["appKey", "appSecret", "masterKey"], commands: { url: base } },
  });
});

test("SEC-OUT-06: what the platform refuses is told, and the command is not done", async () => {
  answer = '{"code":1000,"msg":"no"}';
  const before = calls.length;
  const id = await command();
  await push(frameOf(701, 2));
  await until(
    () => calls.length,
    (count) => count > before,
  );
  await until(
    async () => (await receiving.ask("GET", `receivers/${to.id}`)).body.commandError,
    (one) => one === "code 1000",
  );
  expect(await stateOf(id)).not.toBe("done");
});

test("a receiver that is switched off or sends no commands is no way down", async () => {
  const { tag } = await receiving.ask("GET", `receivers/${to.id}`);
  expect((await receiving.ask("PATCH", `receivers/${to.id}`, { isEnabled: false }, { "if-match": tag })).status).toBe(
    200,
  );
  const before = calls.length;
  const id = await command();
  const other = await receiving.receiver({ name: "无下行", platform: "ctwing", deviceKey: "imei", payload });
  await push(frameOf(701, 3), other);
  await receiving.newest(other);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(calls.length).toBe(before);
  expect(await stateOf(id)).not.toBe("done");
});

test("SEC-OUT-01, SEC-API-05: commands to a forbidden address, without secrets or by another platform are refused", async () => {
  const good = { name: "x", platform: "ctwing", deviceKey: "imei", payload, secrets, commands: { url: base } };
  const members = { kind: "members", readings: [{ member: "/t", quantity: "temperature" }] };
  const wrong: readonly (readonly [object, number, string])[] = [
    [{ ...good, commands: { url: "http://10.0.0.1:8080" } }, 422, ""],
    [{ ...good, commands: { url: "https://169.254.169.254" } }, 422, ""],
    [{ ...good, commands: { url: `${base}/?a=1` } }, 422, "/commands/url"],
    [{ ...good, secrets: { appKey: "a", appSecret: "b" } }, 422, "/secrets/appKey"],
    [{ ...good, commands: null }, 422, "/secrets/appKey"],
    [{ ...good, platform: "iotda", deviceKey: "nodeId" }, 422, "/commands"],
    [{ ...good, payload: members }, 422, "/commands"],
    [{ ...good, commands: { url: base, path: "no-slash" } }, 422, "/commands/path"],
  ];
  for (const [n, [draft, status, path]] of wrong.entries()) {
    const told = await receiving.ask("POST", "receivers", draft);
    expect([told.status, told.body.errors?.[0]?.path ?? ""], String(n)).toEqual([status, path]);
    if (path === "") expect(told.body.code).toBe("address-forbidden");
  }
});
