import { existsSync, readFileSync } from "node:fs";
import { type Profile, type ProfileError, validateProfile } from "@dianan/profile";
import { shippedProfiles } from "@dianan/profile/shipped";
import { nearest } from "../options/nearest.ts";

/** A profile, or why there is none, in words for people. */
export type Loaded =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly zh: string; readonly en: string; readonly findings: readonly ProfileError[] };

const refused = (zh: string, en: string, findings: readonly ProfileError[] = []): Loaded => ({
  ok: false,
  zh,
  en,
  findings,
});

const isFile = (word: string): boolean => word.endsWith(".json") || word.includes("/") || word.includes("\\");

/** The profile of a file, or a shipped one by its id. */
export const loadProfile = (word: string): Loaded => {
  if (!isFile(word)) {
    const shipped = Object.hasOwn(shippedProfiles, word) ? shippedProfiles[word] : undefined;
    if (shipped !== undefined) return { ok: true, profile: shipped };
    if (!existsSync(word)) {
      const near = nearest(word, Object.keys(shippedProfiles));
      return near === null
        ? refused(
            `没有档案 ${word}。文件名要以 .json 结尾;dianan profile list 列出自带的档案。`,
            `There is no profile ${word}. A file ends in .json; dianan profile list shows the ones that come along.`,
          )
        : refused(`没有档案 ${word},是否想用 ${near}?`, `There is no profile ${word}. Did you mean ${near}?`);
    }
  }
  let text: string;
  try {
    text = readFileSync(word, "utf8");
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    return code === "ENOENT"
      ? refused(`没有文件 ${word}。`, `There is no file ${word}.`)
      : refused(`读不了 ${word}:${code}。`, `${word} cannot be read: ${code}.`);
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : String(error);
    return refused(`${word} 不是 JSON:${why}`, `${word} is no JSON: ${why}`);
  }
  const result = validateProfile(data);
  if (result.ok) return { ok: true, profile: result.value };
  const count = result.error.length;
  return refused(
    `${word} 有 ${count} 处不对。`,
    `${word} has ${count} ${count === 1 ? "fault" : "faults"}.`,
    result.error,
  );
};

/** Findings as lines: where, then what, Chinese and English. */
export const findingsText = (findings: readonly ProfileError[]): string =>
  findings.map(({ path, message }) => `  ${path === "" ? "/" : path}\n    ${message.zh}\n    ${message.en}\n`).join("");
