import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type JsonSchema, parseVectors } from "@dianan/testkit";
import { parseRequirements, type RequirementFile } from "./requirement.ts";

/** A vector (测试向量) as the kit uses it: bytes, and what they must become or why they must be refused. */
export type SuiteVector = {
  readonly name: string;
  readonly layout: string;
  readonly clause: string;
  readonly requirements?: readonly string[];
  readonly result?: "acceptable";
  readonly hex: string;
  readonly direction: "up" | "down";
  readonly dialect?: string;
  readonly value?: unknown;
  readonly error?: { readonly code: string; readonly offset: number; readonly path: string };
};

/** A vector and the file that it is of. */
export type FiledVector = { readonly file: string; readonly vector: SuiteVector };

/** What a run is held against: requirements of one document and its vectors. */
export type Suite = {
  readonly spec: RequirementFile;
  readonly vectors: readonly FiledVector[];
  /** SHA-256 of the files, so that a report says which edition judged. Hex. */ readonly digest: string;
};

/** In the repository they stand where they are written, in the package in `data`. */
const folder = [new URL("../../specs/", import.meta.url), new URL("../data/", import.meta.url)]
  .map((url) => fileURLToPath(url))
  .find((path) => existsSync(join(path, "requirements")));

/** A JSON Schema of specs/sharing, by its file name. */
export const sharingSchema = (file: string): JsonSchema => {
  if (folder === undefined) throw new TypeError("the suite's files are missing from the package");
  return JSON.parse(readFileSync(join(folder, "sharing", file), "utf8")) as JsonSchema;
};

/** Prefixes of the documents that there are suites for. */
export const suiteNames: readonly string[] = ["F3", "DP", "CS", "API", "KIT"];

const files: Readonly<Record<string, string>> = {
  ...{ F3: "gb26875", DP: "dianan", CS: "sharing", API: "open-api", KIT: "kit" },
};

/**
 * Loads the suite of a document.
 *
 * @param prefix - such as `F3` for GB/T 26875.3-2011
 * @throws RangeError for a document without a suite; TypeError for a file that is wrong
 */
export const loadSuite = (prefix: string): Suite => {
  const protocol = files[prefix];
  if (protocol === undefined) throw new RangeError(`no suite for ${prefix}; there are: ${suiteNames.join(", ")}`);
  if (folder === undefined) throw new TypeError("the suite's files are missing from the package");
  const hash = createHash("sha256");
  const read = (path: string): string => {
    const text = readFileSync(path, "utf8");
    hash.update(text);
    return text;
  };
  const spec = parseRequirements(read(join(folder, "requirements", `${protocol}.json`)));
  const vectorFolder = join(folder, "vectors", protocol);
  const vectors = (existsSync(vectorFolder) ? readdirSync(vectorFolder).sort() : []).flatMap((file) =>
    parseVectors(read(join(vectorFolder, file))).vectors.map((vector) => ({
      file: file.replace(/\.json$/, ""),
      vector,
    })),
  );
  return { spec, vectors, digest: hash.digest("hex") };
};
