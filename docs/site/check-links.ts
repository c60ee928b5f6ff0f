// Every link of the built site must lead to a page, a file or a heading that is there, and nothing may be loaded from elsewhere.
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { linkFaults, type Site } from "./link-faults.ts";
import { built } from "./paths.ts";

const pages = new Map(
  globSync("**/*.html", { cwd: built }).map((file) => [file, readFileSync(join(built, file), "utf8")] as const),
);
const site: Site = { pages, hasFile: (path) => existsSync(join(built, path)) };
const faults = linkFaults(site);
if (faults.length > 0) {
  console.error(`${faults.slice(0, 60).join("\n")}\n${faults.length} links are wrong (链接有误)`);
  process.exit(1);
}
console.log(`${pages.size} pages, all links lead somewhere (所有链接有效)`);
