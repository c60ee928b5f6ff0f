// The kit is one package without dependencies: what it holds of others goes with their licences.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);
const { inputs } = JSON.parse(readFileSync(new URL("dist/metafile-esm.json", root), "utf8")) as {
  readonly inputs: Readonly<Record<string, unknown>>;
};
const folders = new Set(
  Object.keys(inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/@]+)\//.exec(path)?.[1] ?? []),
);
const told = [...folders].flatMap((path) => {
  const folder = fileURLToPath(new URL(`${path}/`, root));
  if (!existsSync(`${folder}package.json`)) throw new Error(`${path}: no package.json`);
  const { name, version, license } = JSON.parse(readFileSync(`${folder}package.json`, "utf8")) as Record<
    string,
    string
  >;
  if (name?.startsWith("@dianan/") === true) return [];
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined) throw new Error(`${name}: no licence file`);
  return [{ name: `${name} ${version} (${license})`, text: readFileSync(`${folder}${file}`, "utf8").trim() }];
});
told.sort((a, b) => (a.name < b.name ? -1 : 1));
const parts = told.map(({ name, text }) => `## ${name}\n\n${text.replaceAll(/^/gm, "    ")}\n`);
writeFileSync(
  new URL("THIRD-PARTY.md", root),
  `# What this package holds of others 所含第三方软件\n\n${parts.join("\n")}`,
);
