import { globSync } from "node:fs";
import { defineConfig } from "tsup";
import { wirePlugin } from "./scripts/wire-plugin.ts";

const shared = { format: "esm", target: "node22", dts: true, removeNodeProtocol: false, sourcemap: true } as const;

export default defineConfig([
  { ...shared, entry: ["src/index.ts"], clean: ["!wire/**", "!only/**"] },
  { ...shared, entry: globSync("src/only/*.ts"), outDir: "dist/only", clean: true },
  // Protocols without titles for people; the model's titles are in its tables, so they are left out here too.
  {
    ...shared,
    entry: globSync("src/wire/*.ts"),
    outDir: "dist/wire",
    clean: true,
    noExternal: ["@dianan/model"],
    esbuildPlugins: [wirePlugin],
  },
]);
