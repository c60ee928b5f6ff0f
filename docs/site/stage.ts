// Puts the pages of the site together: what is written by hand, what the repository says already, what is generated.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { protocols } from "@dianan/codec";
import { apiIndex, tagPage, tags } from "./api-pages.ts";
import { schemaPage, schemaPages } from "./api-types.ts";
import { benchmarkPage } from "./benchmarks.ts";
import { codePage } from "./code-page.ts";
import { folderPage } from "./folder-page.ts";
import { gallery } from "./gallery.ts";
import { type Files, folderPath, relink } from "./links.ts";
import { matrixPage } from "./matrix.ts";
import { decisionIndex, navigation, sideBars, titleOf } from "./navigation.ts";
import { type Language, languages, root, staging } from "./paths.ts";
import { protocolPage } from "./protocol-page.ts";
import { recordKinds, recordPage } from "./record-pages.ts";
import { copyReports, reportsSection } from "./reports.ts";
import { samplesOf } from "./samples.ts";
import { sizingPage } from "./sizing.ts";
import { copied } from "./sources.ts";
import { specIndex } from "./spec-index.ts";

const files: Files = new Map();

const write = (path: string, text: string): void => {
  const file = join(staging, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

const folderOf = (language: Language): string => (language === "zh" ? "" : "en/");

const letters = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
/** Whether a page is written in English, with no more than a summary in Chinese. */
export const isMostlyEnglish = (text: string): boolean => {
  const prose = text.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`]*`/g, "");
  return letters(prose, /\p{Script=Han}/gu) * 3 < letters(prose, /[A-Za-z]/g);
};

const ENGLISH_NOTE = "\n\n::: info 语言\n本页正文为英文,中文为摘要与术语。\n:::\n";

const copyPage = (file: string, path: string, language: Language): void => {
  const chinese = file.replace(/\.md$/, ".zh-CN.md");
  const source = language === "zh" && file === "docs/getting-started.md" ? chinese : file;
  let text = relink(readFileSync(join(root, source), "utf8"), source, language, files);
  if (language === "zh" && isMostlyEnglish(text)) text = text.replace(/^# .*$/m, (head) => head + ENGLISH_NOTE);
  if (file === "docs/conformance.md") text += reportsSection(language);
  const front = `---\ntitle: ${JSON.stringify(titleOf(file, language, text))}\noutline: [2, 3]\n---\n\n`;
  write(`${folderOf(language)}${path}.md`, front + text);
};

/** Pages that are written for each language: docs/zh and docs/en. */
const writtenPages = (language: Language): void => {
  const folder = join(root, "docs", language);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length + 1);
    write(folderOf(language) + path, readFileSync(file, "utf8"));
  }
};

const generatedPages = (language: Language): void => {
  const put = (path: string, text: string): void => write(`${folderOf(language)}${path}.md`, text);
  put("decisions/index", decisionIndex(language));
  put("spec/index", specIndex(language));
  put("spec/codes", codePage(language));
  put("profiles/index", gallery(language, files));
  put("operate/sizing", sizingPage(language));
  put("benchmarks", benchmarkPage(language));
  put("matrix", matrixPage(language, files));
  for (const one of Object.values(protocols)) put(`spec/${one.id}`, protocolPage(one as never, language, files));
  for (const kind of recordKinds) put(`spec/records/${kind}`, recordPage(kind, language, files));
  put("api/index", apiIndex(language, files));
  for (const tag of tags) put(`api/${tag.name}`, tagPage(tag, language));
  for (const range of schemaPages) put(`api/schemas-${range.toLowerCase()}`, schemaPage(range, language));
};

rmSync(staging, { recursive: true, force: true });
for (const language of languages) {
  writtenPages(language);
  for (const [file, path] of copied) copyPage(file, path, language);
  generatedPages(language);
}
for (const { id } of Object.values(protocols)) write(`public/samples/${id}.json`, JSON.stringify(samplesOf(id)));
copyReports(join(staging, "public"));
write("public/mark.svg", readFileSync(join(root, "packages/console/public/mark.svg"), "utf8"));
const linked = [...files];
for (const [folder] of linked.filter(([file]) => statSync(join(root, file)).isDirectory())) {
  files.delete(folder);
  for (const language of languages) write(`${folderOf(language)}${folderPath(folder)}.md`, folderPage(folder, files));
}
for (const [file, address] of files) {
  const target = join(staging, "public", address);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(root, file), target);
}
write(
  "navigation.json",
  JSON.stringify(Object.fromEntries(languages.map((one) => [one, { nav: navigation(one), sidebar: sideBars(one) }]))),
);
