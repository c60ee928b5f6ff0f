// An empty project in which the packed packages are installed, as a vendor has them.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { protocols } from "../src/protocols.ts";
import { vectorsOf } from "./protocol-laws.ts";

const root = join(import.meta.dirname, "../../..");
const PACKAGES = ["layout", "model", "codec"];

/** Runs in Node and in a browser: decodes every vector, encodes the good ones, and returns what is not as it must be. */
const CHECK = `
const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hexOf = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const plain = (value) => JSON.stringify(value, (_, one) => (one instanceof Uint8Array ? hexOf(one) : one));
const sorted = (value) =>
  Array.isArray(value) ? value.map(sorted)
  : value !== null && typeof value === "object" ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]))
  : value;
export const check = (protocols, vectors) => {
  const wrong = [];
  let checked = 0;
  for (const { id, name, hex, direction, request, dialect, value, error } of vectors) {
    const protocol = protocols[id];
    const context = {
      direction,
      ...(request === undefined ? {} : { request: bytesOf(request) }),
      ...(dialect === undefined ? {} : { dialect: protocol.dialects[dialect].options }),
    };
    const result = protocol.decodeFrame(bytesOf(hex), context);
    checked += 1;
    if (error !== undefined) {
      if (result.ok || result.error.code !== error.code || result.error.offset !== error.offset) wrong.push(id + ": " + name);
    } else if (!result.ok || plain(sorted(JSON.parse(plain(result.value)))) !== plain(sorted(value))) wrong.push(id + ": " + name);
    else if (hexOf(protocol.encodeFrame(result.value, context)) !== hex) wrong.push(id + ": encode " + name);
  }
  return { checked, wrong };
};
`;

export type PackedProject = {
  readonly folder: string;
  readonly vectorCount: number;
  /** Runs a file of the project with Node and returns what it printed. */ run(file: string, text: string): string;
  remove(): void;
};

/** Packs the packages (they must be built), installs them without a network, and writes the vectors beside them. */
export const packedProject = (): PackedProject => {
  const base = mkdtempSync(join(tmpdir(), "dianan-packed-"));
  const tarballs = join(base, "tarballs");
  const folder = join(base, "project");
  mkdirSync(tarballs);
  mkdirSync(folder);
  const isWindows = process.platform === "win32";
  for (const name of PACKAGES)
    execFileSync("pnpm", ["pack", "--pack-destination", tarballs], {
      cwd: join(root, "packages", name),
      stdio: "pipe",
      shell: isWindows,
    });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "vendor", version: "1.0.0", private: true }));
  const files = readdirSync(tarballs).map((name) => join(tarballs, name));
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", ...files], {
    cwd: folder,
    stdio: "pipe",
    shell: isWindows,
  });
  const vectors = Object.keys(protocols).flatMap((id) => vectorsOf(id).map((vector) => ({ id, ...vector })));
  writeFileSync(join(folder, "vectors.json"), JSON.stringify(vectors));
  writeFileSync(join(folder, "check.mjs"), CHECK);
  return {
    folder,
    vectorCount: vectors.length,
    run: (file, text) => {
      writeFileSync(join(folder, file), text);
      return execFileSync(process.execPath, [file], { cwd: folder, encoding: "utf8" });
    },
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
};
