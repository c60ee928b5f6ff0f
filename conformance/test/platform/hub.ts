import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultLimits, startHub } from "@dianan/hub";
import { scopes } from "@dianan/open-api/tables";

/** What the kit is told of a platform. */
export type Reference = {
  readonly url: string;
  readonly door: { readonly host: string; readonly port: number };
  readonly key: string;
  readonly otherKey: string;
  readonly deadKey: string;
  close(): Promise<void>;
};

const PASSWORD = "a long enough sentence";
const DAY_MS = 86_400_000;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The six digits of an authenticator app (RFC 6238), of a secret in base32. */
const sixDigits = (base32: string): string => {
  const bits = [...base32].map((one) => LETTERS.indexOf(one).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((one) => Number.parseInt(one, 2)));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", key).update(time).digest();
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, "0");
};

type Json = { readonly [member: string]: unknown };
type Who = Readonly<Record<string, string>>;

/** Our own hub, as it is in service but for budgets of requests that let a test ask faster: with two organisations and a dead key. */
export const startReference = async ({ timedOutAfterMs = 21_600_000 } = {}): Promise<Reference> => {
  const dataDir = mkdtempSync(join(tmpdir(), "dianan-platform-"));
  const hub = await startHub(
    {
      ...{ dataDir, httpHost: "127.0.0.1", httpPort: 0, gb26875Host: "127.0.0.1", gb26875Port: 0 },
      ...{ platformCode: "JJLY01", platformName: "测试平台", city: null, consoleDir: null, utcOffsetMinutes: 480 },
      ...{ expectedPeriodMs: 300_000, linkGraceMs: 60_000, backupEveryHours: 0, outboundAllow: "127.0.0.1" },
      limits: { ...defaultLimits, requestRateFactor: 20 },
      timedOutAfterMs,
      checkAnswers: true,
    },
    { log: () => {} },
  );
  const ask = async (method: string, path: string, body: Json, who: Who = {}) => {
    const response = await fetch(`${hub.httpUrl}${path}`, {
      ...{ method, body: method === "DELETE" ? null : JSON.stringify(body) },
      headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...who },
    });
    const text = await response.text();
    if (response.status >= 300) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return { body: (text === "" ? {} : JSON.parse(text)) as Json, headers: response.headers };
  };
  /** From the ticket of a new password to a session. */
  const enrol = async (ticket: unknown): Promise<Who> => {
    const { body } = await ask("POST", "/api/v1/session/totp-enrolment", { ticket });
    const code = sixDigits(String(body.secret));
    const done = await ask("POST", "/api/v1/session/totp-enrolment/confirm", { ticket: body.ticket, code });
    return { cookie: (done.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
  };
  const administrator = async (account: string, code: unknown): Promise<Who> =>
    enrol((await ask("POST", "/api/v1/setup", { account, name: "管理员", password: PASSWORD, code })).body.ticket);
  const keyOf = async (who: Who, scopes: readonly string[]) => {
    const expiresAt = new Date(Date.now() + DAY_MS).toISOString();
    const { body } = await ask("POST", "/api/v1/api-keys", { name: "conform", scopes, expiresAt }, who);
    return { id: String((body.key as Json | undefined)?.id ?? body.id), secret: String(body.secret) };
  };
  const all = Object.keys(scopes);
  const security = await administrator("admin-lin", hub.setupCode);
  const invited = await ask(
    "POST",
    "/api/v1/users",
    { account: "system", name: "系统", grant: { role: "systemAdministrator" } },
    security,
  );
  const accepted = await ask("POST", "/api/v1/session/invitation", { code: invited.body.code, password: PASSWORD });
  const system = await enrol(accepted.body.ticket);
  const tenant = await ask("POST", "/api/v1/tenants", { name: "乙平台", platformCode: "OTHER" }, system);
  const other = await administrator("other-lin", tenant.body.code);
  const dead = await keyOf(security, all);
  await ask("DELETE", `/api/v1/api-keys/${dead.id}`, {}, security);
  return {
    url: hub.httpUrl,
    door: { host: "127.0.0.1", port: hub.gb26875Port },
    key: hub.firstKey ?? "",
    otherKey: (await keyOf(other, all)).secret,
    deadKey: dead.secret,
    close: async () => {
      await hub.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
