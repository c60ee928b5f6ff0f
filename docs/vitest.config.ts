import { defineConfig } from "vitest/config";

/** The built site in a browser: what `npm test` has of docs is in the root's config. */
export default defineConfig({
  resolve: { conditions: ["@dianan/source"] },
  ssr: { resolve: { conditions: ["@dianan/source", "module", "node"] } },
  test: {
    include: ["test/browser/*.ts", "test/start/*.ts"],
    exclude: ["**/site-*.ts", "**/other-number.ts"],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    // On a busy machine everything takes longer; nothing is judged by time.
    expect: { poll: { timeout: 120_000 } },
  },
});
