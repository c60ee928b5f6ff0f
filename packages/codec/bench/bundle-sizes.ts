// What one protocol costs a web page or a gateway: bundled alone, minified, compressed.
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { wirePlugin } from "../scripts/wire-plugin.ts";
import * as codec from "../src/index.ts";

/** Bytes, minified and compressed. */
export type BundleSize = {
  readonly id: string;
  /** Cut, decode and encode, without titles for people. */ readonly wire: number;
  /** All that the protocol gives: events, commands, tables and titles in two languages too. */ readonly everything: number;
};

/** Bundles a program that imports our packages. */
export const bundle = async (text: string, plugins: readonly Plugin[]): Promise<Uint8Array> => {
  const { outputFiles } = await build({
    stdin: { contents: text, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    charset: "utf8",
    conditions: ["@dianan/source"],
    legalComments: "none",
    plugins: [...plugins],
  });
  return outputFiles[0]?.contents ?? new Uint8Array(0);
};

/** Programs that share one GB 18030 table count it once: it is not counted here. The platform has it; this makes its inverse. */
const withoutGb18030: Plugin = {
  name: "without GB 18030",
  setup: ({ onResolve }) => onResolve({ filter: /\/gb18030\.ts$/ }, ({ path }) => ({ path, external: true })),
};

const gzipped = async (text: string, plugins: readonly Plugin[] = []): Promise<number> =>
  gzipSync(await bundle(text, [...plugins, withoutGb18030]), { level: 9 }).length;

/** A program that keeps these exports of a module. */
const keeping = (names: readonly string[], from: string): string =>
  `import { ${names.join(", ")} } from "${from}"; globalThis.kept = [${names.join(", ")}];`;

const WIRE = ["cutFrames", "decodeFrame", "encodeFrame"];

/** Name under which the package exports a protocol. */
const exportOf = (protocol: unknown): string => {
  const found = Object.entries(codec).find(([, value]) => value === protocol);
  if (found === undefined) throw new TypeError("a protocol is not exported by its own name");
  return found[0];
};

/** Protocols that have an entry without titles. */
export const wireIds: ReadonlySet<string> = new Set(
  readdirSync(new URL("../src/wire/", import.meta.url)).map((name) => basename(name, ".ts")),
);

/** Sizes of each protocol alone, with what it needs of the other packages. */
export const bundleSizes = (): Promise<readonly BundleSize[]> =>
  Promise.all(
    Object.entries(codec.protocols)
      .filter(([id]) => wireIds.has(id))
      .map(async ([id, protocol]) => {
        return {
          id,
          wire: await gzipped(keeping(WIRE, `@dianan/codec/wire/${id}`), [wirePlugin]),
          everything: await gzipped(keeping([exportOf(protocol)], "@dianan/codec")),
        };
      }),
  );
