import { availableParallelism } from "node:os";
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
      "docs/test/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    // Slow parts (child processes, browsers) say their own limits. A pure test takes milliseconds; these are for shared machines.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Hubs and dialogues wait for clocks and sockets more than they compute: one file more than there are cores.
    maxWorkers: availableParallelism() + 1,
    // Threads from source strip types by WebAssembly. Two that tier up one import wrapper at the same time crash V8 13.6
    // ("jit_page_->allocations_.erase"): none is tiered up.
    execArgv: ["--wasm-wrapper-tiering-budget=1000000000"],
    reporters: process.env.CI ? ["default", ["json", { outputFile: ".cache/vitest.json" }]] : ["default"],
  },
});
