import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts"],
  format: ["esm"],
  target: "node22",
  dts: true,
  removeNodeProtocol: false,
  clean: true,
  sourcemap: true,
  external: ["@myriaddreamin/typst-ts-node-compiler"],
});
