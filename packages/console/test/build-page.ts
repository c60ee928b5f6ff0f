import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";

/** Builds the page as it is now and as it ships, so that no test depends on what was built before. */
export const buildPage = async (): Promise<string> => {
  const outDir = mkdtempSync(join(tmpdir(), "dianan-page-"));
  const before = process.env.NODE_ENV;
  // The test runner's own value would build Vue's development half in.
  process.env.NODE_ENV = "production";
  try {
    await build({
      root: join(import.meta.dirname, ".."),
      configFile: join(import.meta.dirname, "../vite.config.ts"),
      logLevel: "error",
      build: { outDir, emptyOutDir: true },
    });
  } finally {
    process.env.NODE_ENV = before;
  }
  return outDir;
};
