import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@dianan/source"] },
  ssr: { resolve: { conditions: ["@dianan/source", "module", "node"] } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/test/**/*.test.ts",
      "conformance/**/*.test.ts",
      "examples/*/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    // Slow parts (child processes, browsers) say their own limits. A pure test takes milliseconds; these are for shared machines.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: process.env.CI ? ["default", ["json", { outputFile: ".cache/vitest.json" }]] : ["default"],
  },
});
