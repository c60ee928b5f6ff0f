// Bundles specs/openapi with the JSON Schemas it refers to into one self-contained document, then makes the types from it.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTypescript, { astToString } from "openapi-typescript";
import { type BundledDocument, nameSchemas } from "./name-schemas.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));
const bundled = new URL("../spec/openapi.json", import.meta.url);

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

const document = JSON.parse(readFileSync(bundled, "utf8")) as BundledDocument;
writeFileSync(bundled, `${JSON.stringify(nameSchemas(document), null, 2)}\n`);

mkdirSync(new URL("../src/generated/", import.meta.url), { recursive: true });
const types = astToString(await openapiTypescript(bundled));
writeFileSync(
  new URL("../src/generated/api.ts", import.meta.url),
  `// Generated from specs/openapi by scripts/gen.ts, do not edit.\n${types}`,
);
