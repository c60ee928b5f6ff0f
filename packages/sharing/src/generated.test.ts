import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the validators stand alone: nothing is imported, required or evaluated at run time", () => {
  const code = readFileSync(new URL("generated/validators.js", import.meta.url), "utf8");
  expect(code).toMatch(/^\/\/ Generated .* do not edit\.\n/);
  expect(code).not.toMatch(/\bimport\b/);
  // The one require that is left is text inside ajv's own length function.
  expect(code.match(/\brequire\([^)]*\)/g)).toEqual(['require("ajv/dist/runtime/ucs2length")']);
  expect(code).toContain(`= 'require("ajv/dist/runtime/ucs2length").default'`);
  expect(code).not.toMatch(/new Function|\beval\b/);
  expect(code).not.toContain("node_modules");
});
