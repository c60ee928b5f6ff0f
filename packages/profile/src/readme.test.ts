import { readFileSync } from "node:fs";
import { gb26875 } from "@dianan/codec";
import { expect, test, vi } from "vitest";
import * as profile from "./index.ts";
import { shippedProfiles } from "./shipped.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";

test("the README's example prints what its comments say", () => {
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1]);
  expect(promised).toHaveLength(2);
  const said: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...words) => void said.push(words.join(" ")));
  // The imports are given as parameters; the rest of the example is plain JavaScript.
  const names = { gb26875, shippedProfiles, ...profile };
  const run = new Function(...Object.keys(names), example.replace(/^import .*$/gm, ""));
  run(...Object.values(names));
  log.mockRestore();
  expect(said).toEqual(promised);
});

test("every call of the README is exported", () => {
  const calls = [...readme.matchAll(/^\| `([a-zA-Z]+)/gm)].map((match) => match[1] ?? "");
  expect(calls.length).toBeGreaterThan(5);
  for (const call of calls) expect(profile, call).toHaveProperty(call);
});

test("the validator stands alone: nothing is imported, required or evaluated at run time", () => {
  const code = readFileSync(new URL("generated/validator.js", import.meta.url), "utf8");
  expect(code).not.toMatch(/\bimport\b/);
  // The one require that is left is text inside ajv's own length function.
  expect(code.match(/\brequire\([^)]*\)/g)).toEqual(['require("ajv/dist/runtime/ucs2length")']);
  expect(code).not.toMatch(/new Function|\beval\b/);
});
