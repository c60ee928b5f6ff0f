import { expect, test } from "vitest";
import { BusyHashing, createPasswordHashes } from "./password-hash.ts";

const quick = { n: 10, r: 8, p: 1 };
const hashes = createPasswordHashes(quick);

test("SEC-USR-03: a password is right, another is wrong, each hash has its salt", async () => {
  const stored = await hashes.hash("一把好长的 password");
  expect(stored).toMatch(/^scrypt\$10\$8\$1\$/);
  expect(await hashes.hash("一把好长的 password")).not.toBe(stored);
  expect(await hashes.check("一把好长的 password", stored)).toBe("right");
  expect(await hashes.check("一把好长的 Password", stored)).toBe("wrong");
  expect(await hashes.check("", stored)).toBe("wrong");
});

test("SEC-USR-02: nothing is cut off, and a letter spelled in two ways is one letter", async () => {
  const long = "长".repeat(128);
  const stored = await hashes.hash(long);
  expect(await hashes.check(long, stored)).toBe("right");
  expect(await hashes.check("长".repeat(127), stored)).toBe("wrong");
  expect(await hashes.check("caf\u0065\u0301 12345", await hashes.hash("caf\u00e9 12345"))).toBe("right");
});

test("SEC-USR-03: a hash of a lower cost is right and stale; the default cost is N = 2^17, r = 8, p = 1", async () => {
  const stored = await createPasswordHashes({ n: 9, r: 8, p: 1 }).hash("password of old");
  expect(await hashes.check("password of old", stored)).toBe("stale");
  expect(await createPasswordHashes().hash("today's password")).toMatch(/^scrypt\$17\$8\$1\$/);
});

test("SEC-USR-03: a flood waits in a bounded line; beyond it who comes is told to come again", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => hashes.hash("flood")));
  const refused = outcomes.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(100 - 2 - 64);
  expect(refused.every((one) => one.status === "rejected" && one.reason instanceof BusyHashing)).toBe(true);
  expect(await hashes.check("flood", await hashes.hash("flood"))).toBe("right");
});

test("what is no stored password is an error, never a match", async () => {
  for (const text of ["", "plain", "scrypt$10$8$1$AA$", "bcrypt$10$8$1$AA$AA"])
    await expect(hashes.check("x", text)).rejects.toThrow(TypeError);
});
