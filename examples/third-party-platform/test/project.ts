// An empty project of somebody who has nothing but the packed package: the example's sources beside it.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const home = join(import.meta.dirname, "..");
const quiet = { stdio: "pipe", shell: process.platform === "win32" } as const;

export type Project = { readonly folder: string; remove(): void };

/** Packs `@dianan/open-api` (it must be built) and what it depends on, and installs the tarballs without a network. */
export const packedProject = (): Project => {
  const base = mkdtempSync(join(tmpdir(), "dianan-third-party-"));
  const [tarballs, folder] = [join(base, "tarballs"), join(base, "project")];
  for (const path of [tarballs, folder]) mkdirSync(path);
  const openApi = realpathSync(join(home, "node_modules/@dianan/open-api"));
  const dependency = (name: string): string => realpathSync(join(openApi, "node_modules", name));
  const fetchClient = dependency("openapi-fetch");
  execFileSync("pnpm", ["pack", "--pack-destination", tarballs], { ...quiet, cwd: openApi });
  for (const one of [
    fetchClient,
    realpathSync(join(fetchClient, "..", "openapi-typescript-helpers")),
    dependency("eventsource-parser"),
  ]) {
    // A copy: files that share their content are hard links in the store, which npm leaves out when it unpacks.
    const copy = join(base, basename(one));
    cpSync(one, copy, { recursive: true, filter: (path) => !path.includes(join(one, "node_modules")) });
    execFileSync("npm", ["pack", copy, "--ignore-scripts", "--pack-destination", tarballs], { ...quiet, cwd: folder });
  }
  const manifest = { name: "partner", version: "1.0.0", private: true, type: "module" };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  const files = readdirSync(tarballs).map((name) => join(tarballs, name));
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", ...files], {
    ...quiet,
    cwd: folder,
  });
  cpSync(join(home, "src"), folder, { recursive: true });
  return { folder, remove: () => rmSync(base, { recursive: true, force: true }) };
};
