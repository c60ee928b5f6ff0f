import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { gb26875 } from "./index.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";

test("the README's example prints what its comments say", () => {
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1]);
  expect(promised).toHaveLength(2);
  const said: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...words) => void said.push(words.join(" ")));
  // The import is given as a parameter; the rest of the example is plain JavaScript.
  new Function("gb26875", example.replace(/^import .*$/m, ""))(gb26875);
  log.mockRestore();
  expect(said).toEqual(promised);
});
