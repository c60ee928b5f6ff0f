import type { Instant } from "@dianan/model";
import { expect, test } from "vitest";
import { aepCommand, aepError, aepSignature } from "./aep-call.ts";

const app = { appKey: "AK1", appSecret: "sec" };
const at = 1_793_000_000_000;

// printf 'application:AK1\ntimestamp:…\nMasterKey:mk\n{"a":1}\n' | openssl dgst -sha1 -hmac sec -binary | base64
test("platform-interop §2.1: application, timestamp, parameters by their names, body, each with a line feed, as openssl signs it", () => {
  expect(aepSignature(app, at, { MasterKey: "mk" }, '{"a":1}')).toBe("5XJti1siLt4BWDA5ROgDVJT/VvU=");
  expect(aepSignature(app, at, { productId: "15", pageNow: "1", MasterKey: "mk" }, "")).toBe(
    "Sz32DclG6uy7HowhNVZ9OgHRbd4=",
  );
});

test("a command is signed over the very body that is sent, and holds no secret", () => {
  const secrets = { ...app, masterKey: "mk" };
  const device = { deviceId: "aep-1", productId: "15000001" };
  const { url, headers, body } = aepCommand(
    { url: "https://ag.example/" },
    secrets,
    device,
    Buffer.from("4040", "hex"),
    at as Instant,
  );
  expect(url).toBe("https://ag.example/aep_device_command/command");
  expect(JSON.parse(String(body))).toEqual({
    ...{ content: { dataType: 2, payload: "4040" }, deviceId: "aep-1", operator: "dianan", productId: 15_000_001 },
    ...{ ttl: 7200, level: 1 },
  });
  expect(headers).toMatchObject({
    application: "AK1",
    version: "20190712225145",
    MasterKey: "mk",
    timestamp: String(at),
  });
  expect(headers.signature).toBe(aepSignature(app, at, { MasterKey: "mk" }, String(body)));
  expect(`${url}${String(body)}${JSON.stringify(headers)}`).not.toContain('"sec"');
  const other = aepCommand(
    { url: "https://ag.example", path: "/c", content: "payload", ttlSeconds: 0 },
    secrets,
    device,
    Buffer.from("00", "hex"),
    at as Instant,
  );
  expect([other.url, JSON.parse(String(other.body)).content, JSON.parse(String(other.body)).ttl]).toEqual([
    ...["https://ag.example/c", { payload: "00" }, 0],
  ]);
});

test.each([
  [200, '{"code":0,"msg":"ok"}', null],
  [200, '{"code":"0"}', null],
  [200, '{"code":1000,"msg":"no"}', "code 1000"],
  [200, "{}", "code undefined"],
  [200, "<html>", "no JSON"],
  [200, "null", "no JSON"],
  [403, '{"code":0}', "HTTP 403"],
])("an answer %s %s is %s", (status, text, error) => {
  expect(aepError(status, Buffer.from(text))).toBe(error);
});
