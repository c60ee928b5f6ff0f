/** A built site: its pages by file name, and whether it has another file. */
export type Site = { readonly pages: ReadonlyMap<string, string>; readonly hasFile: (path: string) => boolean };

const plainOf = (text: string): string =>
  text
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");

const pageOf = (path: string, pages: Site["pages"]): string | undefined =>
  [`${path}.html`, `${path}index.html`, `${path}/index.html`, path].find((name) => pages.has(name));

/** What is wrong with the links and sources of a site, a line each. */
export const linkFaults = ({ pages, hasFile }: Site): readonly string[] => {
  const ids = new Map<string, ReadonlySet<string>>();
  for (const [file, html] of pages)
    ids.set(file, new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => plainOf(id ?? ""))));
  const faults = new Set<string>();
  for (const [file, html] of pages) {
    for (const [, source] of html.matchAll(/<(?:script|img|source|iframe)[^>]*?\ssrc="([^"]*)"/g))
      if (/^(https?:)?\/\//.test(source ?? "")) faults.add(`${file}: loads ${source} from elsewhere`);
    for (const [tag] of html.matchAll(/<link\s[^>]*>/g))
      if (/\shref="(https?:)?\/\//.test(tag)) faults.add(`${file}: loads from elsewhere: ${tag}`);
    for (const [, text] of html.matchAll(/<(?:a|img)\s[^>]*?(?:href|src)="([^"]*)"/g)) {
      const target = plainOf(text ?? "");
      if (/^[a-z]+:/.test(target)) continue;
      const [path = "", hash = ""] = target.split("#");
      const relative = decodeURI(path).replace(/^\/|\?.*$/g, "");
      const page = path === "" ? file : pageOf(relative, pages);
      if (page === undefined) {
        if (!hasFile(relative)) faults.add(`${file}: ${target} leads nowhere`);
      } else if (hash !== "" && ids.get(page)?.has(decodeURIComponent(hash)) !== true)
        faults.add(`${file}: ${target}: the page has no such heading`);
    }
  }
  return [...faults];
};
