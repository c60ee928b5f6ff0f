// People who are signed in at a real hub, with password and second factor.
import { totpCode } from "../src/access/totp.ts";
import type { TestHub } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";

const PASSWORD = "a long enough sentence";

export type Answer = {
  readonly status: number;
  readonly body: { readonly [member: string]: unknown };
  readonly headers: Headers;
};
export type Person = { readonly id: string; readonly headers: Record<string, string> };

export type People = {
  /** A request whose answer must be one that the document has. @param template - the path as it stands there */
  ask(method: string, path: string, body?: unknown, who?: Record<string, string>, template?: string): Promise<Answer>;
  /** The first security administrator. */ readonly security: Person;
  /** Somebody who was invited and has signed in. */ invited(role: string, more?: object): Promise<Person>;
  /** An API key with these scopes, as headers. */ key(scopes: readonly string[]): Promise<Record<string, string>>;
};

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const bytesOf = (base32: string): Uint8Array => {
  const bits = [...base32].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
};

/** From the ticket of a new password to a session. */
export const enrolAt = async (ask: People["ask"], ticket: unknown): Promise<Record<string, string>> => {
  const offer = await ask("POST", "/api/v1/session/totp-enrolment", { ticket });
  const code = totpCode(bytesOf(String(offer.body.secret)), Date.now());
  const done = await ask("POST", "/api/v1/session/totp-enrolment/confirm", { ticket: offer.body.ticket, code });
  return { cookie: (done.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
};

/** Makes the first administrator of a fresh hub, which may be started again later. */
export const openPeople = async (hub: TestHub | (() => TestHub)): Promise<People> => {
  const hubNow = (): TestHub => (typeof hub === "function" ? hub() : hub);
  const ask: People["ask"] = async (method, path, body, who = {}, template = path.split("?")[0] ?? path) => {
    const headers = { ...(body === undefined ? {} : { "content-type": "application/json" }), ...who };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${hubNow().hub.httpUrl}${path}`, {
      method,
      headers: { "sec-fetch-site": "same-origin", ...headers },
      ...sent,
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get("content-type") ?? "");
    const parsed = text === "" || !isJson ? null : JSON.parse(text);
    if (parsed !== null) checkAnswer(method, template, response.status, parsed);
    return { status: response.status, body: parsed, headers: response.headers };
  };
  const enrol = (ticket: unknown): Promise<Record<string, string>> => enrolAt(ask, ticket);
  const draft = { account: "admin-lin", name: "示例管理员", password: PASSWORD, code: hubNow().hub.setupCode };
  const headers = await enrol((await ask("POST", "/api/v1/setup", draft)).body.ticket);
  const me = await ask("GET", "/api/v1/me", undefined, headers);
  const security = { id: String(me.body.id), headers };
  let invitations = 0;
  return {
    ask,
    security,
    invited: async (role, more = {}) => {
      invitations += 1;
      const body = { account: `person-${invitations}`, name: `示例${role}`, grant: { role }, ...more };
      const made = await ask("POST", "/api/v1/users", body, headers);
      if (made.status !== 201) throw new Error(`invite: ${made.status} ${JSON.stringify(made.body)}`);
      const { code, user } = made.body as { code: string; user: { id: string } };
      const step = await ask("POST", "/api/v1/session/invitation", { code, password: PASSWORD });
      return { id: user.id, headers: await enrol(step.body.ticket) };
    },
    key: async (scopes) => {
      const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
      const made = await ask("POST", "/api/v1/api-keys", { name: scopes.join(" "), scopes, expiresAt }, headers);
      if (made.status !== 201) throw new Error(`key: ${made.status} ${JSON.stringify(made.body)}`);
      return { authorization: `Bearer ${String(made.body.secret)}` };
    },
  };
};
