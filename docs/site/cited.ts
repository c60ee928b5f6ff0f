import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.ts";

/** A test by its file and its name. */
export type NamedTest = { readonly file: string; readonly name: string };

const SKIPPED = new Set(["node_modules", "dist", ".cache", ".tsc", "generated", "pages"]);
const filesOf = (patterns: readonly string[]): readonly string[] =>
  globSync([...patterns], { cwd: root, exclude: (name) => SKIPPED.has(name.split("/").at(-1) ?? "") }).sort();

/** Ids of requirements in a text; `SH-1 to SH-6` and `SH-1..SH-6` name those between too. */
export const idsIn = (text: string): readonly string[] => {
  const ids = new Set<string>();
  for (const [, family = "", from, to] of text.matchAll(
    /\b([A-Z]{2,4}(?:-[A-Z]{2,4})?-)(\d+)(?: (?:to|bis|至) |\.\.| ?–)\1(\d+)\b/g,
  ))
    for (let at = Number(from); at <= Number(to); at += 1)
      ids.add(family + String(at).padStart((from ?? "").length, "0"));
  for (const [id] of text.matchAll(/\b(?:(?:EF|CP|SH|PL|RF)-(?:N\.)?\d+(?:\.\d+)*|SEC-[A-Z]{2,4}-\d{2})\b/g))
    ids.add(id);
  return [...ids];
};

/** Names of the tests in a file. */
export const testNames = (source: string): readonly string[] =>
  [
    ...source.matchAll(
      /\b(?:test|it)(?:\.\w+)*(?:\([^"'`\n]*\))?\(\s*(?:\{[^}]*\},\s*)?(["'`])((?:\\.|(?!\1)[^\\])*)\1/g,
    ),
  ].map(([, , name]) => name ?? "");

const collect = <T>(entries: Iterable<readonly [string, T]>): ReadonlyMap<string, readonly T[]> => {
  const found = new Map<string, T[]>();
  for (const [id, one] of entries) found.set(id, [...(found.get(id) ?? []), one]);
  return found;
};

/** Tests by the ids that their names cite. */
export const testsById = (): ReadonlyMap<string, readonly NamedTest[]> =>
  collect(
    filesOf([
      "packages/*/{src,test}/**/*.ts",
      "conformance/{src,test}/**/*.ts",
      "examples/*/{src,test}/**/*.ts",
      "scripts/*.test.ts",
      "docs/test/*.ts",
    ]).flatMap((file) =>
      testNames(readFileSync(join(root, file), "utf8")).flatMap((name) =>
        idsIn(name).map((id) => [id, { file, name }] as const),
      ),
    ),
  );

/** Files of a kind by the ids that they cite. */
export const filesById = (patterns: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  collect(
    filesOf(patterns).flatMap((file) => idsIn(readFileSync(join(root, file), "utf8")).map((id) => [id, file] as const)),
  );
