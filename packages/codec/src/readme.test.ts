import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import * as codec from "./index.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const exported = new Map<string, unknown>(Object.entries(codec));
const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] as string);

test("the README has examples", () => expect(examples.length).toBeGreaterThan(1));

test.each(examples)("example %#: prints what its comments say", (example) => {
  const imports = /^import \{(.*)\} from "@dianan\/codec";$/m.exec(example)?.[1]?.split(",") ?? [];
  const names = imports.map((name) => name.trim());
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1]);
  expect(names.filter((name) => !exported.has(name))).toEqual([]);
  expect(promised.length).toBeGreaterThan(0);
  const said: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...words) => void said.push(words.join(" ")));
  // The imports are given as parameters; the rest of the example is plain JavaScript.
  new Function(...names, example.replace(/^import .*$/gm, ""))(...names.map((name) => exported.get(name)));
  log.mockRestore();
  expect(said).toEqual(promised);
});
