import { existsSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { addressOf, type Language, root } from "./paths.ts";
import { copied, elsewhere } from "./sources.ts";

/** Files that links lead to and that the site must have: file in the repository -> address. A folder has a page that lists it. */
export type Files = Map<string, string>;

/** Path of the page that lists a folder which has no page of its own. */
export const folderPath = (folder: string): string => `folder/${folder}`;

const PICTURE = /\.(png|svg|jpe?g)$/;
// Servers give scripts and programs odd types: they are read as text.
const SOURCE = /\.(md|ts|js|mjs|py|c|java|ya?ml|sh)$/;

/** Address of a file that is shown or downloaded as it is. */
export const fileAddress = (file: string): string => `/files/${file}${SOURCE.test(file) ? ".txt" : ""}`;

const protocolPage = (file: string): string | undefined => {
  const [, kind, id] = /^specs\/(device|vectors)\/([a-z0-9-]+)/.exec(file) ?? [];
  if (id === undefined || id === "mqtt") return undefined;
  return kind === "vectors" ? `spec/${id}#vectors` : `spec/${id}`;
};

/** The page that shows a file of the repository; undefined: none does. */
export const pageFor = (file: string): string | undefined =>
  copied.get(file) ?? copied.get(`${file}/README.md`) ?? protocolPage(file);

/**
 * Where a link of a Markdown file leads on the site.
 *
 * @param from - file that the link stands in, such as `docs/hub.md`
 * @throws TypeError for a relative link that leads nowhere
 */
export const linkTarget = (target: string, from: string, language: Language, files: Files): string => {
  if (/^([a-z]+:|#|\/)/.test(target)) return target;
  const [path = "", hash = ""] = target.split(/(?=#)/);
  const file = normalize(join(dirname(from), decodeURI(path))).replace(/\/$/, "");
  const page = copied.get(file) ?? copied.get(`${file}/README.md`);
  if (page !== undefined) return addressOf(language, page) + hash;
  if (!existsSync(join(root, file))) throw new TypeError(`${from}: the link ${target} leads nowhere`);
  const isFile = statSync(join(root, file)).isFile();
  if (isFile && (!file.endsWith(".md") || !elsewhere.some(([prefix]) => file.startsWith(prefix)))) {
    const address = PICTURE.test(file) ? `/files/${file}` : fileAddress(file);
    files.set(file, address);
    return address;
  }
  const known = protocolPage(file) ?? elsewhere.find(([prefix]) => file.startsWith(prefix))?.[1];
  if (known !== undefined) return addressOf(language, known);
  const owner = /^(packages|examples)\/[^/]+|^conformance/.exec(file)?.[0];
  const ownerPage = owner === undefined ? undefined : copied.get(`${owner}/README.md`);
  if (ownerPage !== undefined) return addressOf(language, ownerPage);
  files.set(file, addressOf(language, folderPath(file)));
  return addressOf(language, folderPath(file));
};

/** Angle brackets and braces that are words, not HTML and not Vue's: `<name>` of an option. */
const inert = (text: string): string =>
  text
    .replace(/<(?!\/?(br|a|details|summary|img|sub|sup|kbd|b|i)\b|!--|https?:)(?=[A-Za-z/])/g, "&lt;")
    .replaceAll("{{", "&#123;&#123;");

/** The links of a Markdown text as the site has them; code is left as it is. */
export const relink = (markdown: string, from: string, language: Language, files: Files): string => {
  const change = (text: string): string =>
    text
      .split(/(`+[^`]*`+)/)
      .map((part, index) =>
        index % 2 === 1
          ? part
          : inert(part).replace(/(?<=\]\()[^)\s]+/g, (one) => linkTarget(one, from, language, files)),
      )
      .join("");
  // A link's text may be code, which splits it: whole links first.
  const whole = (text: string): string =>
    text.replace(
      /\[(`[^`\]]+`)\]\(([^)\s]+)\)/g,
      (_, code: string, one: string) => `[${code}](${linkTarget(one, from, language, files)})`,
    );
  return markdown
    .split(/^(```[\s\S]*?^```)/m)
    .map((part, index) => (index % 2 === 1 ? part : change(whole(part))))
    .join("");
};
