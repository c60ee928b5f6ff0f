/** One option of a command: the parser, the help, the environment and docs/options.md all come from it. */
export type Option = {
  /** As typed: `http-port` is `--http-port` and `DIANAN_HTTP_PORT`. */ readonly name: string;
  readonly zh: string;
  readonly en: string;
} & (
  | { readonly kind: "text"; readonly default: string | null; readonly oneOf?: readonly string[] }
  | { readonly kind: "integer"; readonly default: number; readonly min: number; readonly max: number }
  | { readonly kind: "flag" }
);

/** Options by name; the value types follow from the table. */
export type Options = readonly Option[];
type ValueOf<O extends Option> = O extends { kind: "flag" }
  ? boolean
  : O extends { kind: "integer" }
    ? number
    : O extends { default: null }
      ? string | null
      : string;
export type Values<T extends Options> = { readonly [O in T[number] as O["name"]]: ValueOf<O> };

/** The environment variable that says the same as an option. */
export const variableOf = (name: string): string => `DIANAN_${name.replaceAll("-", "_").toUpperCase()}`;

/** Words for a person who typed something that no command takes. */
export type UsageError = { readonly zh: string; readonly en: string };
