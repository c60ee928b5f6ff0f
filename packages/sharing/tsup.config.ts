import { defineConfig } from "tsup";

export default defineConfig({
  entry: { index: "src/index.ts", table: "src/table/index.ts" },
  format: ["esm"],
  target: "node22",
  dts: true,
  removeNodeProtocol: false,
  clean: true,
  sourcemap: true,
});
