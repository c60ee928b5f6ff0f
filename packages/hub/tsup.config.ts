import { defineConfig } from "tsup";

export default defineConfig({
  // The store's two threads are files of their own, beside the bundle.
  entry: { index: "src/index.ts", writer: "src/store/writer.ts", reader: "src/store/reader.ts" },
  format: ["esm"],
  target: "node22",
  dts: { entry: { index: "src/index.ts" } },
  removeNodeProtocol: false,
  clean: true,
  sourcemap: true,
});
