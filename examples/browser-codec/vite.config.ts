import { defaultClientConditions, defineConfig } from "vite";

// In this repository the codec is taken from its source; a page of your own needs no line of this.
export default defineConfig({ resolve: { conditions: ["@dianan/source", ...defaultClientConditions] } });
