import { expect, test } from "vitest";
import { bytesOfBase64, isOnenetSignature, onenetSignature, openCurrent, openLegacy } from "./onenet-crypto.ts";

// Known answers of `openssl md5` and `openssl enc`, which know nothing of this code.
const KEY43 = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
const KEY16 = "0123456789abcdef";
const MESSAGE = '{"type":1,"dev_id":555}';
const SIGNATURE = "zIRHrEt9P9NB8gZ0+fO1nA==";
const PADDED_16 = "IG+0eOkLdhYW9kHtuT3HY5Mb6NYUA2y3jajU+VMBb1K0truHkN8XUiP23JyDAJiF";
const PADDED_32 = "IG+0eOkLdhYW9kHtuT3HY5Mb6NYUA2y3jajU+VMBb1KMqLIKDl1EAU8h0ZpMTBlszTk2aCCqyJA5ax5C8CzexQ==";
/** It says that its message is 1000 bytes long. */
const LYING = "IG+0eOkLdhYW9kHtuT3HY/jDKUDtkXbbAZB4V9YGqmG9hSvYQNsRnluGUvoOEMXq";
const CURRENT = {
  key: "hQ/+ipQq21p3Kyg9ozrK1Dv4TStDZMGtAnDJh+X+wbo=",
  zero: "BFTEPqqivTyxAkze00QVbK+/Qm4+8OFOHAb4kkidSs8=",
} as const;

test("platform-interop §2: the signature of OneNET is base64(md5(token + nonce + msg)), as openssl makes it", () => {
  expect(onenetSignature("example-token", "abc", "/xyz")).toBe(SIGNATURE);
  expect(isOnenetSignature(SIGNATURE, "example-token", "abc", "/xyz")).toBe(true);
  expect(isOnenetSignature(SIGNATURE.replaceAll("+", " "), "example-token", "abc", "/xyz")).toBe(true);
});

test("any other signature, token, nonce or text is refused", () => {
  const wrong: readonly (readonly [string, string, string, string])[] = [
    ["", "example-token", "abc", "/xyz"],
    [SIGNATURE.slice(0, -1), "example-token", "abc", "/xyz"],
    [`${SIGNATURE}=`, "example-token", "abc", "/xyz"],
    [SIGNATURE.toUpperCase(), "example-token", "abc", "/xyz"],
    [SIGNATURE, "example-toke", "abc", "/xyz"],
    [SIGNATURE, "example-token", "abd", "/xyz"],
    [SIGNATURE, "example-token", "abc", "/xy"],
  ];
  for (const [given, token, nonce, msg] of wrong) expect(isOnenetSignature(given, token, nonce, msg)).toBe(false);
});

test("platform-interop §2: legacy OneNET: AES-256-CBC, 16 random bytes, length, message; padded to 16 or 32", () => {
  expect(openLegacy(KEY43, PADDED_16)).toBe(MESSAGE);
  expect(openLegacy(KEY43, PADDED_32)).toBe(MESSAGE);
  expect(openLegacy(KEY43, PADDED_32.replaceAll("+", " "))).toBe(MESSAGE);
});

test("legacy OneNET: a length that lies, another key, a cut or changed text is refused; no byte makes it throw", () => {
  expect(openLegacy(KEY43, LYING)).toBe(null);
  expect(openLegacy(`b${KEY43.slice(1)}`, PADDED_16)).toBe(null);
  expect(openLegacy(KEY43.slice(1), PADDED_16)).toBe(null);
  expect(openLegacy(KEY43, "")).toBe(null);
  expect(openLegacy(KEY43, "*")).toBe(null);
  expect(openLegacy(KEY43, PADDED_16.slice(0, 40))).toBe(null);
  expect(openLegacy(KEY43, PADDED_16.slice(0, 64).slice(0, -4))).toBe(null);
  const bytes = Buffer.from(PADDED_16, "base64");
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    expect(() => openLegacy(KEY43, changed.toString("base64"))).not.toThrow();
  }
});

test("current OneNET: AES-128-CBC with either initial vector, which no source confirms; anything else is null", () => {
  expect(openCurrent(KEY16, "key", CURRENT.key)).toBe(MESSAGE);
  expect(openCurrent(KEY16, "zero", CURRENT.zero)).toBe(MESSAGE);
  expect(openCurrent(KEY16, "zero", CURRENT.key)).not.toBe(MESSAGE);
  expect(openCurrent("0123456789abcde", "key", CURRENT.key)).toBe(null);
  expect(openCurrent("1123456789abcdef", "key", CURRENT.key)).toBe(null);
  expect(openCurrent(KEY16, "key", CURRENT.key.slice(0, 20))).toBe(null);
  expect(openCurrent(KEY16, "key", "")).toBe(null);
});

test("base64 is strict but for its padding and a lost +", () => {
  expect(bytesOfBase64("QEA")?.toString()).toBe("@@");
  expect(bytesOfBase64("QEA=")?.toString()).toBe("@@");
  for (const wrong of ["", "QE=A", "Q", "QEA*", "QEA_", "QEB="]) expect(bytesOfBase64(wrong), wrong).toBe(null);
});
