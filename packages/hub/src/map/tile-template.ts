import type { TilePlace } from "../ports/map.ts";

/** The address of one tile. */
export const tileUrl = (template: string, { z, x, y }: TilePlace): string =>
  template.replaceAll("{z}", String(z)).replaceAll("{x}", String(x)).replaceAll("{y}", String(y));

export type TemplateFault = { readonly en: string; readonly zh: string };

/**
 * What is wrong with a template; null: nothing. Which host is called must not hang on the tile: it is checked once, and a tile's
 * place is what any viewer chooses.
 */
export const templateFault = (template: string): TemplateFault | null => {
  const [first, other] = [tileUrl(template, { z: 1, x: 0, y: 1 }), tileUrl(template, { z: 2, x: 3, y: 2 })];
  if (!["{z}", "{x}", "{y}"].every((one) => template.includes(one)))
    return { en: "It must have {z}, {x} and {y}.", zh: "须含 {z}、{x}、{y}。" };
  if (/[{}]/.test(first)) return { en: "Only {z}, {x} and {y} may stand in braces.", zh: "花括号内只能是 z、x、y。" };
  const [one, two] = [URL.parse(first), URL.parse(other)];
  if (one === null || two === null) return { en: "It is no address.", zh: "不是有效地址。" };
  if (one.origin !== two.origin || one.username !== "" || one.password !== "")
    return {
      en: "The host must be the same for each tile, without a name before it.",
      zh: "各瓦片的主机须相同,且不含用户名。",
    };
  return null;
};
