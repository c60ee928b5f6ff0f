import vue from "@vitejs/plugin-vue";
import { defaultClientConditions, defineConfig } from "vite";

export default defineConfig({
  plugins: [vue()],
  // From source, of which what is not used is left out: a package that is one file already cannot be taken apart.
  resolve: { conditions: ["@dianan/source", ...defaultClientConditions] },
  // No options API, no devtools: bytes that the page never runs.
  define: { __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false" },
  build: {
    target: "es2022",
    // The policy of the hub allows no inline code and every target browser knows module preload.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What the list and every screen share is one file, not a crumb for each: a browser opens six connections to a host.
          groups: [
            { name: "tables", test: /model\/src\/(alarm-|table|.*quantities)|words\/code-words|live\/plain-text/ },
          ],
        },
      },
    },
  },
});
