import { copyFile, mkdir } from "node:fs/promises";
import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts"],
  format: ["esm"],
  target: "node22",
  dts: true,
  removeNodeProtocol: false,
  clean: true,
  sourcemap: true,
  // The page of the API document runs from our own files: its reader is shipped, not loaded from elsewhere.
  onSuccess: async () => {
    await mkdir("dist/assets", { recursive: true });
    await copyFile("node_modules/@scalar/api-reference/dist/browser/standalone.js", "dist/assets/scalar.js");
  },
});
