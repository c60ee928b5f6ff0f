// Turns specs/profiles into what the package needs: code lists for the schema, types, a validator without ajv, the shipped profiles.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { codesSchema } from "../src/codes-schema.ts";
import { type Schema, typesFile } from "./write-types.ts";

const source = new URL("../../../specs/profiles/", import.meta.url);
const target = new URL("../src/generated/", import.meta.url);
const here = fileURLToPath(new URL("..", import.meta.url));
const header = "// Generated from specs/profiles by scripts/gen.ts, do not edit.\n";
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, source), "utf8"));

writeFileSync(new URL("codes.schema.json", source), `${JSON.stringify(codesSchema, null, 2)}\n`);

const profile = read("profile.schema.json") as Schema & { readonly $id: string };
const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  code: { source: true, esm: true, lines: true },
  inlineRefs: false,
  messages: false,
  strict: true,
});
ajv.addVocabulary(["x-expect-en", "x-expect-zh"]);
// The code lists are looked up in the tables themselves (check-codes.ts): a new row must not change the compiled validator.
const anyWord = Object.fromEntries(Object.keys(codesSchema.$defs).map((name) => [name, { type: "string" }]));
ajv.addSchema({ $id: codesSchema.$id, $defs: anyWord });
ajv.addSchema(profile);

// Ajv's ESM output still calls require() for its run-time parts: they are bundled in, so nothing is left to resolve.
const bundle = await build({
  stdin: { contents: standalone.default(ajv, { profile: profile.$id }), resolveDir: here },
  absWorkingDir: here,
  bundle: true,
  format: "esm",
  platform: "neutral",
  mainFields: ["main"],
  target: "es2022",
  minifyIdentifiers: true,
  minifySyntax: true,
  legalComments: "none",
  write: false,
});
const code = bundle.outputFiles[0]?.text;
if (!code) throw new Error("esbuild wrote nothing");

mkdirSync(target, { recursive: true });
const write = (name: string, text: string): void => writeFileSync(new URL(name, target), header + text);
// Paths in the bundle's comments depend on where packages are installed: without them the output is the same everywhere.
write("validator.js", code.replace(/^\/\/ .*\n/gm, ""));
write(
  "validator.d.ts",
  `export type Finding = {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
};
export declare const profile: ((data: unknown) => boolean) & { errors?: readonly Finding[] | null };
`,
);
write("types.ts", typesFile(profile, codesSchema));
write(
  "schema.ts",
  `/** specs/profiles/profile.schema.json, as it is. */
export const profileSchema: unknown = ${JSON.stringify(profile, null, 1)};
`,
);

const profilesIn = (folder: string): string => {
  const names = readdirSync(new URL(folder, source)).filter((name) => /^[a-z0-9-]+\.json$/.test(name));
  const members = names
    .sort()
    .map((name) => `  ${JSON.stringify(name.slice(0, -5))}: ${JSON.stringify(read(folder + name))},\n`);
  return `{\n${members.join("")}}`;
};
write(
  "profiles.ts",
  `/** Every profile of specs/profiles, as its file says. */
export const profiles: { readonly [id: string]: unknown } = ${profilesIn("./")};
/** The starters of specs/profiles/starters, by protocol. */
export const starters: { readonly [protocol: string]: unknown } = ${profilesIn("starters/")};
`,
);
