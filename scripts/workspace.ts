// What the workspace holds, read from its manifests: for scripts only.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly scripts?: { readonly [name: string]: string };
  readonly dependencies?: { readonly [name: string]: string };
  readonly devDependencies?: { readonly [name: string]: string };
};
export type Package = { readonly folder: string; readonly manifest: Manifest };

const folders = (): readonly string[] =>
  ["packages", "examples"]
    .flatMap((parent) =>
      existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((n) => join(parent, n)) : [],
    )
    .concat("conformance")
    .filter((folder) => existsSync(join(root, folder, "package.json")));

/** Every package of the workspace, a package after those that it depends on. Throws on a cycle. */
export const packagesInOrder = (): readonly Package[] => {
  const all = new Map<string, Package>();
  for (const folder of folders()) {
    const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest;
    all.set(manifest.name, { folder, manifest });
  }
  const ordered: Package[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (one: Package): void => {
    const { name } = one.manifest;
    if (state.get(name) === "done") return;
    if (state.get(name) === "open") throw new Error(`packages depend on each other in a circle at ${name}`);
    state.set(name, "open");
    for (const needed of workspaceDependencies(one)) {
      const found = all.get(needed);
      if (found) visit(found);
    }
    state.set(name, "done");
    ordered.push(one);
  };
  for (const one of all.values()) visit(one);
  return ordered;
};

/** Names of the workspace's packages that this one's build needs. */
export const workspaceDependencies = (one: Package): readonly string[] =>
  Object.entries({ ...one.manifest.dependencies, ...one.manifest.devDependencies })
    .filter(([name, range]) => range.startsWith("workspace:") && name !== "@dianan/testkit")
    .map(([name]) => name);
