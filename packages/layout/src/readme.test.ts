import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import * as layout from "./index.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";

test("the README's example prints what its comments say", () => {
  const promised = [...example.matchAll(/^\s*console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1]);
  expect(promised.length).toBeGreaterThan(1);
  const said: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...words) => void said.push(words.join(" ")));
  const names = { ...layout };
  // The imports are given as parameters; the rest is plain JavaScript but for one annotation.
  const body = example.replace(/^import .*$/gm, "").replaceAll(": string[]", "");
  new Function(...Object.keys(names), body)(...Object.values(names));
  log.mockRestore();
  expect(said).toEqual(promised);
});
