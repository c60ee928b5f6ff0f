import { globSync } from "node:fs";
import { join } from "node:path";
import { type Files, fileAddress } from "./links.ts";
import { code } from "./markdown.ts";
import { root } from "./paths.ts";

/** What lies in a folder that has no page of its own; its files become part of the site. */
export const folderPage = (folder: string, files: Files): string => {
  const names = globSync("**/*", { cwd: join(root, folder), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, folder).length + 1))
    .sort();
  const lines = names.map((name) => {
    const file = `${folder}/${name}`;
    files.set(file, fileAddress(file));
    return `- <a href="${fileAddress(file)}" download>${name}</a>`;
  });
  return [`# ${code(folder)}`, "", ...lines].join("\n");
};
