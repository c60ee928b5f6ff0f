import { protocols } from "@dianan/codec";

/** English words of all code tables by their Chinese ones. */
const english: ReadonlyMap<string, string> = new Map(
  Object.values(protocols).flatMap(({ codeTables }) =>
    codeTables.flatMap(({ codes }) =>
      Object.values(codes as Readonly<Record<string, { readonly zh: string; readonly en?: string }>>).flatMap(
        ({ zh, en }) => (en === undefined ? [] : [[zh, en] as const]),
      ),
    ),
  ),
);

/** What bytes say, such as `2 发送数据`, in a language; a word without a translation stays. */
export const valueIn = (value: string, language: "zh" | "en"): string => {
  const [, number, word] = /^(\S+) (.+)$/.exec(value) ?? [];
  const other = language === "en" && word !== undefined ? english.get(word) : undefined;
  return other === undefined ? value : `${number} ${other}`;
};
