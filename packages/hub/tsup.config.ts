import { copyFile, mkdir } from "node:fs/promises";
import { defineConfig } from "tsup";

export default defineConfig({
  // The store's two threads, the one of backups, the ones that read spreadsheets and make reports and the process of mappings are files of their own, beside the bundle.
  entry: {
    index: "src/index.ts",
    writer: "src/store/writer.ts",
    reader: "src/store/reader.ts",
    "backup-thread": "src/backup-thread.ts",
    "table-thread": "src/transfer/table-thread.ts",
    "render-thread": "src/report/render-thread.ts",
    "mapper-process": "src/mapping/mapper-process.ts",
  },
  format: ["esm"],
  target: "node22",
  dts: { entry: { index: "src/index.ts" } },
  removeNodeProtocol: false,
  clean: true,
  sourcemap: true,
  // The page of the API document runs from our own files: its reader is shipped, not loaded from elsewhere.
  onSuccess: async () => {
    await mkdir("dist/assets", { recursive: true });
    await copyFile("node_modules/@scalar/api-reference/dist/browser/standalone.js", "dist/assets/scalar.js");
  },
});
