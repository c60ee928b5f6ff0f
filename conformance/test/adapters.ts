import { fileURLToPath } from "node:url";
import type { AdapterCommand } from "../src/index.ts";

/** How to start an adapter that is TypeScript beside this file. */
export const adapterIn = (file: string, ...args: readonly string[]): AdapterCommand => ({
  command: process.execPath,
  args: ["--conditions=@dianan/source", fileURLToPath(new URL(file, import.meta.url)), ...args],
});
export const reference = adapterIn("../src/adapters/typescript.ts");
export const odd = (name: string): AdapterCommand => adapterIn("./adapters/odd.ts", name);
export const mutant = (name: string): AdapterCommand => adapterIn("./adapters/mutant.ts", name);
