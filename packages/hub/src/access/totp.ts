import { Secret, TOTP } from "otpauth";

/** Time-based codes (动态口令), RFC 6238: SHA-1, six digits, 30 s, as every authenticator app reads them. */
const PERIOD_S = 30;
const SECRET_BYTES = 20;
/** A phone's clock may be one step off. */
const WINDOW = 1;

const totpOf = (secret: Uint8Array): TOTP =>
  new TOTP({
    secret: new Secret({ buffer: secret.slice().buffer }),
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_S,
  });

export const newTotpSecret = (): Uint8Array => new Secret({ size: SECRET_BYTES }).bytes;

/** What an app scans or a person types: `otpauth://` address and base32 text. */
export const totpShown = (
  secret: Uint8Array,
  issuer: string,
  label: string,
): { readonly uri: string; readonly text: string } => {
  const text = new Secret({ buffer: secret.slice().buffer }).base32;
  return {
    uri: new TOTP({ issuer, label, secret: text, algorithm: "SHA1", digits: 6, period: PERIOD_S }).toString(),
    text,
  };
};

/**
 * The step that a code belongs to, or null when it is wrong or not newer than the last one used: a code works once
 * (SEC-USR-04).
 *
 * @param lastStep - step of the last code that was taken; -1 when none was
 */
export const totpStep = (secret: Uint8Array, code: string, lastStep: number, now: number): number | null => {
  if (!/^[0-9]{6}$/.test(code)) return null;
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(now / 1000 / PERIOD_S) + delta;
  return step > lastStep ? step : null;
};

/** The code of this moment: for tests and for a device that enrols itself. */
export const totpCode = (secret: Uint8Array, now: number): string => totpOf(secret).generate({ timestamp: now });
