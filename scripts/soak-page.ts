// Pages of the long tier: docs/soak/<date>.md, a section for each part.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import type { Part } from "./soak-parts.ts";
import { root } from "./workspace.ts";

const folder = join(root, "docs", "soak");
const git = (...words: readonly string[]): string => execFileSync("git", words, { cwd: root, encoding: "utf8" });
const fileOf = (date: string): string => join(folder, `${date}.md`);

/** How a part is run, as anybody can paste it. */
export const commandOf = ({ path, only, env }: Part): string => {
  const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return `${settings.join(" ")} pnpm vitest run ${path}${only ? ` -t "${only}"` : ""}`;
};

/** Digest of what a part is about; null while some of it is not committed. */
export const sourcesOf = ({ of }: Part): string | null => {
  if (git("status", "--porcelain", "--", ...of) !== "") return null;
  const listed = git("ls-files", "-s", "--", ...of);
  return createHash("sha256").update(listed).digest("hex").slice(0, 12);
};

/** Sections of a page by their headings. */
const sectionsOf = (page: string): ReadonlyMap<string, string> =>
  new Map(
    page
      .split(/\n(?=## )/)
      .slice(1)
      .map((section) => [/^## (.*)$/m.exec(section)?.[1] ?? "", section.trimEnd()]),
  );

/** The newest page on which a part passed with these sources, as its date; null: none. */
export const passedOn = (part: Part, sources: string): string | null => {
  const dates = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(".md"))
    .sort()
    .reverse();
  for (const name of dates) {
    const section = sectionsOf(readFileSync(join(folder, name), "utf8")).get(part.name) ?? "";
    const isSame = section.includes(`passed: \`${commandOf(part)}\``) && section.includes(`sources \`${sources}\``);
    if (isSame) return name.slice(0, -".md".length);
  }
  return null;
};

/** Puts sections on the page of a day; others of that day stay, and one that is null. Sections come in the order of `names`. */
export const writePage = (
  date: string,
  names: readonly string[],
  made: readonly { readonly name: string; readonly section: string | null }[],
): void => {
  mkdirSync(folder, { recursive: true });
  const sections = new Map(existsSync(fileOf(date)) ? sectionsOf(readFileSync(fileOf(date), "utf8")) : []);
  for (const { name, section } of made) if (section !== null) sections.set(name, section);
  const machine = `${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}`;
  const page = [`# Soak of ${date}`, `\`pnpm soak\` on ${machine}; parts share the cores.`];
  for (const name of names) {
    const section = sections.get(name);
    if (section !== undefined) page.push(section);
  }
  writeFileSync(fileOf(date), `${page.join("\n\n")}\n`);
};
