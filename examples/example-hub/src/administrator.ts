// The people of a hub for the tests of examples: the first administrator, who invites a system administrator.
import { createHmac } from "node:crypto";

export type Item = Readonly<Record<string, unknown>>;
type Headers = Readonly<Record<string, string>>;

const PASSWORD = "only for trying the examples";

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

/** POST to a path below /api/v1: the answer's body and its cookie. */
export const postAs = async (
  url: string,
  who: Headers,
  path: string,
  body: object,
): Promise<{ readonly body: Item; readonly cookie: string }> => {
  const headers = { "sec-fetch-site": "same-origin", "content-type": "application/json", ...who };
  const answer = await fetch(`${url}/api/v1/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return { body: (await answer.json()) as Item, cookie };
};

/** Headers of those who administer a hub, signed in: who lets platforms in, and who sets up everything else. */
export type Administrators = { readonly security: Headers; readonly system: Headers };

/** @param setupCode - the one-time code of a fresh hub */
export const openAdministrators = async (url: string, setupCode: string): Promise<Administrators> => {
  const enrol = async ({ ticket }: Item): Promise<Headers> => {
    const { body } = await postAs(url, {}, "session/totp-enrolment", { ticket });
    const code = sixDigits(String(body.secret));
    return { cookie: (await postAs(url, {}, "session/totp-enrolment/confirm", { ticket: body.ticket, code })).cookie };
  };
  const draft = { code: setupCode, account: "first", name: "示例管理员", password: PASSWORD };
  const first = await enrol((await postAs(url, {}, "setup", draft)).body);
  const person = { account: "system", name: "示例系统管理员", grant: { role: "systemAdministrator" } };
  const { body } = await postAs(url, first, "users", person);
  const taken = await postAs(url, {}, "session/invitation", { code: body.code, password: PASSWORD });
  return { security: first, system: await enrol(taken.body) };
};
