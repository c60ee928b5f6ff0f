// The package as a browser or an edge runtime has it: bundled, nothing of Node around it, code from text forbidden.
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";

const entry = `
  import { profileDocs, testProfile, validateProfile } from ${JSON.stringify(fileURLToPath(new URL("../src/index.ts", import.meta.url)))};
  import { shippedProfiles } from ${JSON.stringify(fileURLToPath(new URL("../src/shipped.ts", import.meta.url)))};
  globalThis.verdict = Object.values(shippedProfiles).map((profile) => {
    const copy = JSON.parse(JSON.stringify(profile));
    return [profile.id, validateProfile(copy).ok, testProfile(copy).ok, profileDocs(copy).length > 0, validateProfile({}).ok];
  });
`;

test("every shipped profile is valid and passes without Node and without code from text", {
  timeout: 60_000,
}, async () => {
  const bundle = await build({
    stdin: { contents: entry, resolveDir: fileURLToPath(new URL("..", import.meta.url)), loader: "ts" },
    bundle: true,
    conditions: ["@dianan/source"],
    format: "iife",
    platform: "browser",
    target: "es2023",
    write: false,
  });
  const world: { verdict?: readonly (readonly [string, boolean, boolean, boolean, boolean])[] } = {};
  const context = createContext(Object.assign(world, { TextDecoder, TextEncoder }), {
    codeGeneration: { strings: false, wasm: false },
  });
  runInContext(bundle.outputFiles[0]?.text ?? "", context);
  expect(world.verdict?.length).toBeGreaterThanOrEqual(12);
  for (const [id, isValid, passes, hasPage, emptyIsValid] of world.verdict ?? [])
    expect([id, isValid, passes, hasPage, emptyIsValid]).toEqual([id, true, true, true, false]);
});
