// Bundles specs/openapi with the JSON Schemas it refers to into one self-contained document, completes it by the rules of
// complete-document.ts, then makes the types, the tables and the page of problems from it.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTypescript, { astToString } from "openapi-typescript";
import { completeDocument } from "./complete-document.ts";
import type { JsonObject } from "./json.ts";
import { type BundledDocument, nameSchemas } from "./name-schemas.ts";
import { shownMembers } from "./shown-members.ts";
import { slimDocument } from "./slim-document.ts";
import {
  accessModule,
  mappingModule,
  operationModule,
  problemModule,
  problemPage,
  repeatableModule,
} from "./write-tables.ts";

/** Written by openapi-typescript for shapes that this document does not have. */
const UNUSED = "export type $defs = Record<string, never>;\n";

const folder = fileURLToPath(new URL("..", import.meta.url));
const bundled = new URL("../spec/openapi.json", import.meta.url);
const generated = new URL("../src/generated/", import.meta.url);

mkdirSync(new URL("../spec/", import.meta.url), { recursive: true });
execFileSync(
  "redocly",
  ["bundle", "../../specs/openapi/openapi.yaml", "--config", "../../redocly.yaml", "--output", "spec/openapi.json"],
  {
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    shell: process.platform === "win32",
    stdio: ["ignore", "ignore", "inherit"],
  },
);

const named = nameSchemas(JSON.parse(readFileSync(bundled, "utf8")) as BundledDocument);
const document = completeDocument(shownMembers(named as unknown as JsonObject));
writeFileSync(bundled, `${JSON.stringify(document, null, 1)}\n`);

mkdirSync(generated, { recursive: true });
const types = astToString(await openapiTypescript(JSON.stringify(slimDocument(document))));
if (!types.includes(UNUSED)) throw new Error(`the types have no ${UNUSED} to leave out`);
writeFileSync(
  new URL("api.ts", generated),
  `// Generated from specs/openapi by scripts/gen.ts, do not edit.\n${types.replace(UNUSED, "")}`,
);
writeFileSync(new URL("operations.ts", generated), operationModule(document));
writeFileSync(new URL("repeatable.ts", generated), repeatableModule(document));
writeFileSync(new URL("access.ts", generated), accessModule());
writeFileSync(new URL("problem-kinds.ts", generated), problemModule());
writeFileSync(new URL("mapping-presets.ts", generated), mappingModule());
writeFileSync(new URL("../../../docs/problems.md", import.meta.url), problemPage());
