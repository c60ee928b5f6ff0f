import type { Values } from "../options/option.ts";
import type { platformOptions } from "./platform-options.ts";

export type PlatformValues = Values<typeof platformOptions>;

const kinds = ["operator", "unit", "device", "component", "alarm"] as const;
type Kind = (typeof kinds)[number];

/** A word of the command line that means nothing. */
export class WordError extends Error {
  readonly zh: string;
  readonly en: string;
  constructor(zh: string, en: string) {
    super(en);
    this.name = "WordError";
    this.zh = zh;
    this.en = en;
  }
}

const words = (text: string): readonly string[] =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** Scopes by the short words for what platforms do with each other. */
const short: { readonly [word: string]: readonly string[] } = {
  read: ["records:read", "alarms:read"],
  write: ["records:write", "alarms:write"],
  persons: ["pii:read"],
};

/** Scopes that `--allow` names. @throws WordError */
export const scopesOf = (allow: string): string[] => {
  const scopes = words(allow).flatMap((word) => {
    const known = Object.hasOwn(short, word) ? short[word] : undefined;
    if (known !== undefined) return known;
    if (/^[a-z]+:[a-z]+$/.test(word)) return [word];
    throw new WordError(
      `--allow 由 read、write、persons 或权限范围组成,不能是 ${word}。`,
      `--allow is made of read, write, persons or scopes, not ${word}.`,
    );
  });
  if (scopes.length === 0) throw new WordError("--allow 不能为空。", "--allow is empty.");
  return [...new Set(scopes)];
};

const kindsOf = (option: string, text: string): Kind[] =>
  text === "all"
    ? [...kinds]
    : words(text).map((word) => {
        const kind = kinds.find((one) => one === word);
        if (kind !== undefined) return kind;
        throw new WordError(
          `--${option} 由 ${kinds.join("、")} 组成,或为 all,不能是 ${word}。`,
          `--${option} is made of ${kinds.join(", ")}, or is all, not ${word}.`,
        );
      });

/** What goes and comes. @throws WordError */
export const exchangeOf = (values: PlatformValues) => ({
  ...(values.push === null
    ? {}
    : {
        push: {
          kinds: kindsOf("push", values.push),
          periodSeconds: values["push-period-seconds"],
          coordinateSystem: values["coordinate-system"],
          ...(values.agreement === null
            ? { personalData: "masked" as const }
            : { personalData: "full" as const, agreement: values.agreement }),
        },
      }),
  ...(values.pull === null
    ? {}
    : { pull: { kinds: kindsOf("pull", values.pull), periodSeconds: values["pull-period-seconds"] } }),
});
