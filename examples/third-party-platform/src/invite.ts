import { createHmac } from "node:crypto";
import { createClient } from "@dianan/open-api";
import { good } from "./answer.ts";

/**
 * Stands in for the hub's administrator, to try the example on a hub of your own: makes the first administrator with the one-time code
 * that a fresh hub prints, and invites this platform. A real administrator does it in person, with an authenticator app.
 */
const { HUB_URL = "http://127.0.0.1:8080", SETUP_CODE = "" } = process.env;

/** The six digits of an authenticator app now (RFC 6238), of a secret in base32. */
const sixDigits = (base32: string): string => {
  const bits = [...base32].map((one) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one).toString(2).padStart(5, "0"));
  const key = Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((one) => Number.parseInt(one, 2)));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", key).update(time).digest();
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, "0");
};

const hub = createClient({ baseUrl: HUB_URL, retry: false });
const person = { account: "admin", name: "示例管理员", password: "only for trying the example" };
const step = good(await hub.POST("/api/v1/setup", { body: { code: SETUP_CODE, ...person } }));
const { ticket, secret } = good(await hub.POST("/api/v1/session/totp-enrolment", { body: { ticket: step.ticket } }));
const code = sixDigits(secret);
const signedIn = await hub.POST("/api/v1/session/totp-enrolment/confirm", { body: { ticket, code } });
good(signedIn);
const cookie = (signedIn.response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
const scopes = ["records:read", "records:write", "events:read", "webhooks:manage"];
const invitation = { name: "示例第三方平台", platformCode: "PARTNER1", scopes };
const headers = { cookie, "sec-fetch-site": "same-origin" };
const { token } = good(await hub.POST("/api/v1/parties", { body: invitation, headers }));
console.log(token);
