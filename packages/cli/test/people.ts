// The first administrator of a hub that was started with `dianan hub`, and the digits of its authenticator app.
import { createHmac } from "node:crypto";
import { createClient } from "@dianan/open-api";

export const ACCOUNT = "admin-lin";
export const PASSWORD = "a long enough sentence";

/** The six digits of an authenticator app (RFC 6238), of a secret in base32. @param steps - of 30 s from now */
const sixDigits = (base32: string, steps: number): string => {
  const bits = [...base32].map((one) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one).toString(2).padStart(5, "0"));
  const key = Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((one) => Number.parseInt(one, 2)));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac("sha1", key).update(time).digest();
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, "0");
};

export type Administrator = {
  /** A code that works once: each is of a later step, and at most one step may be ahead of the hub's clock. */ code(): string;
  /** Of the session in which it was made. */ readonly headers: {
    readonly cookie: string;
    readonly "X-DianAn-Request": "1";
  };
};

/** Makes the first administrator with the one-time code that a fresh hub prints. */
export const firstAdministrator = async (baseUrl: string, setupCode: string): Promise<Administrator> => {
  const api = createClient({ baseUrl, retry: false });
  const good = <T>({ data, error }: { readonly data?: T; readonly error?: unknown }): T => {
    if (data === undefined) throw new Error(JSON.stringify(error));
    return data;
  };
  const body = { code: setupCode, account: ACCOUNT, name: "示例管理员", password: PASSWORD };
  const step = good(await api.POST("/api/v1/setup", { body }));
  const { ticket, secret } = good(await api.POST("/api/v1/session/totp-enrolment", { body: { ticket: step.ticket } }));
  // The step before this one: so that two more codes are good at once.
  const enrolled = await api.POST("/api/v1/session/totp-enrolment/confirm", {
    body: { ticket, code: sixDigits(secret, -1) },
  });
  good(enrolled);
  const cookie = (enrolled.response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  let steps = -1;
  return {
    code: () => {
      steps += 1;
      return sixDigits(secret, steps);
    },
    headers: { cookie, "X-DianAn-Request": "1" },
  };
};
