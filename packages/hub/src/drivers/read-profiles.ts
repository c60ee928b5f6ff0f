import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Profile, testProfile, validateProfile } from "@dianan/profile";

const refused = (file: string, zh: string, en: string): TypeError =>
  new TypeError(`设备档案 ${file}:${zh} The profile ${file}: ${en}`);

const parsed = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refused(file, "不是 JSON。", `it is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const profileIn = (folder: string, name: string): Profile => {
  const file = join(folder, name);
  const result = validateProfile(parsed(file, readFileSync(file, "utf8")));
  if (!result.ok) {
    const [{ path, message } = { path: "", message: { zh: "", en: "" } }] = result.error;
    throw refused(file, `${path} ${message.zh}`, `${path} ${message.en}`);
  }
  if (!testProfile(result.value).ok) {
    const command = `dianan profile test ${file}`;
    throw refused(file, `自带的向量未通过,见 ${command}。`, `its own vectors do not pass: see ${command}.`);
  }
  return result.value;
};

/**
 * The device profiles of a folder: every file *.json but the schemas beside them. Each must be right, and pass its own vectors.
 *
 * @throws TypeError that names the file, the place and what to do; an error of the file system for a folder that there is not
 */
export const readProfiles = (folder: string): readonly Profile[] => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".json") && !name.endsWith(".schema.json"))
    .sort();
  const profiles = names.map((name) => profileIn(folder, name));
  const ids = new Set<string>();
  for (const [i, { id }] of profiles.entries()) {
    if (ids.has(id)) throw refused(join(folder, names[i] ?? ""), `标识 ${id} 重复。`, `the id ${id} is there twice.`);
    ids.add(id);
  }
  return profiles;
};
