import { readFileSync } from "node:fs";

/** Version of this kit, as its package says. */
export const kitVersion = (
  JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { readonly version: string }
).version;
