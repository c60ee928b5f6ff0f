import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { guides, pagesIn } from "./guides.ts";
import { root } from "./paths.ts";

/** Names of the folders in a folder of the repository that have a README. */
const withReadme = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => existsSync(join(root, folder, name, "README.md")))
    .sort();

export const exampleNames = withReadme("examples");
export const packageNames = withReadme("packages");
export const decisionNames = pagesIn("docs/decisions");
export const soakNames = pagesIn("docs/soak");
export const profileNames = pagesIn("docs/profiles").filter((name) => name !== "README");

/** Pages of the repository that are shown as they are: file in the repository -> path on the site. */
export const copied: ReadonlyMap<string, string> = new Map([
  ...guides.flatMap(({ pages }) => pages.map(({ page }) => [`docs/${page}.md`, `guide/${page}`] as const)),
  ...decisionNames.map((name) => [`docs/decisions/${name}.md`, `decisions/${name}`] as const),
  ...soakNames.map((name) => [`docs/soak/${name}.md`, `soak/${name}`] as const),
  ...profileNames.map((name) => [`docs/profiles/${name}.md`, `profiles/${name}`] as const),
  ...exampleNames.map((name) => [`examples/${name}/README.md`, `examples/${name}`] as const),
  ...packageNames.map((name) => [`packages/${name}/README.md`, `packages/${name}`] as const),
  ["conformance/README.md", "packages/conformance"],
  ["specs/access/README.md", "spec/access"],
  ["specs/model/README.md", "spec/model"],
  ["specs/sharing/README.md", "spec/sharing"],
  ["specs/openapi/README.md", "spec/openapi"],
  ["specs/mappings/README.md", "spec/mappings"],
  ["specs/device/dianan/protocol.md", "spec/dianan-protocol"],
  ["specs/device/mqtt/topics.md", "spec/mqtt-topics"],
  ["CONTRIBUTING.md", "contributing"],
  ["SECURITY.md", "security"],
]);

/** What other files and folders of the repository are on the site. */
export const elsewhere: readonly (readonly [prefix: string, path: string])[] = [
  ["README.zh-CN.md", ""],
  ["README.md", ""],
  ["docs/getting-started.zh-CN.md", "guide/getting-started"],
  ["docs/profiles/README.md", "profiles/"],
  ["docs/profiles", "profiles/"],
  ["docs/soak", `soak/${soakNames.at(-1)}`],
  ["docs/decisions", "decisions/"],
  ["specs/openapi/openapi.yaml", "api/"],
  ["packages/open-api/spec/openapi.json", "api/"],
  ["specs/profiles", "profiles/"],
  ["specs/requirements", "matrix"],
  ["specs/vectors", "spec/"],
  ["specs/device", "spec/"],
];
