import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts", "src/main.ts", "src/adapters/typescript.ts"],
  format: ["esm"],
  target: "node22",
  // A vendor installs one file, without a network: nothing is left to be fetched.
  noExternal: [/.*/],
  // Some of them ask Node for its own modules by `require`.
  banner: {
    js: 'import { createRequire as createKitRequire } from "node:module"; const require = createKitRequire(import.meta.url);',
  },
  dts: true,
  // Whose licences go along is read off it.
  metafile: true,
  removeNodeProtocol: false,
  clean: true,
  sourcemap: true,
});
