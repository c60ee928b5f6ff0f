// Turns specs/sharing/*.schema.json into types, member tables and validators that need no ajv at run time.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { _ } from "ajv/dist/core.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { common, kinds, recordSchema } from "./schemas.ts";
import { membersFile } from "./write-members.ts";
import { typesFile } from "./write-types.ts";

const target = new URL("../src/generated/", import.meta.url);
const header = "// Generated from specs/sharing by scripts/gen.ts, do not edit.\n";

const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  code: { source: true, esm: true, lines: true, formats: _`require("./src/calendar.ts").formats` },
  // Stand-ins that make ajv call the real ones of src/calendar.ts, which esbuild bundles in.
  formats: { date: () => true, "date-time": () => true },
  // One function per shape of common.schema.json instead of a copy at each member; our own words instead of ajv's.
  inlineRefs: false,
  messages: false,
  strict: true,
});
ajv.addVocabulary(["x-clause", "x-codeList", "x-expect-en", "x-expect-zh", "x-personal", "x-title-en"]);
ajv.addSchema(common);

const names: Record<string, string> = {};
for (const kind of kinds) {
  const schema = recordSchema(kind);
  ajv.addSchema(schema);
  names[kind] = schema.$id;
}

// Ajv's ESM output still calls require() for its run-time parts: they are bundled in, so nothing is left to resolve.
const bundle = await build({
  stdin: { contents: standalone.default(ajv, names), resolveDir: fileURLToPath(new URL("..", import.meta.url)) },
  absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
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
const write = (name: string, text: string): void => writeFileSync(new URL(name, target), text);
// Paths in the bundle's comments depend on where packages are installed: without them the output is the same everywhere.
write("validators.js", header + code.replace(/^\/\/ .*\n/gm, ""));
write(
  "validators.d.ts",
  `${header}export type Finding = {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
};
export type Validator = ((data: unknown) => boolean) & { errors?: readonly Finding[] | null };
${kinds.map((kind) => `export declare const ${kind}: Validator;\n`).join("")}`,
);
write("records.ts", header + typesFile());
write("members.ts", header + membersFile());
