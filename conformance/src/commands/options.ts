import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import type { AdapterCommand } from "../adapter-process.ts";
import { type ConformanceClass, classes } from "../case.ts";
import type { Language } from "../report/words.ts";
import type { RunMode, RunSettingsTold } from "../run.ts";

/** Wrong usage: what is wrong, in both languages. */
export class UsageError extends Error {}

export type Terminal = {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
};

const SEED_MAX = 2 ** 31;

const names = {
  adapter: { type: "string" },
  target: { type: "string" },
  class: { type: "string" },
  seed: { type: "string" },
  runs: { type: "string" },
  timeout: { type: "string" },
  only: { type: "string", multiple: true, default: [] as string[] },
  exclude: { type: "string", multiple: true, default: [] as string[] },
  requirement: { type: "string", multiple: true, default: [] as string[] },
  dir: { type: "string" },
  stream: { type: "string" },
  listen: { type: "string" },
  "post-to": { type: "string" },
  relay: { type: "string" },
  clear: { type: "string" },
  restart: { type: "string" },
  "device-key": { type: "string" },
  assist: { type: "boolean", default: false },
  resend: { type: "string" },
  resends: { type: "string" },
  wait: { type: "string" },
  claims: { type: "string" },
  mode: { type: "string" },
  spec: { type: "string" },
  bearer: { type: "string" },
  secret: { type: "string" },
  "platform-code": { type: "string" },
  lacks: { type: "string", multiple: true, default: [] as string[] },
  name: { type: "string" },
  quiet: { type: "string", default: "10000" },
  longest: { type: "string", default: "120000" },
  out: { type: "string" },
  "sign-key": { type: "string" },
  key: { type: "string" },
  url: { type: "string" },
  "other-key": { type: "string" },
  "dead-key": { type: "string" },
  "device-door": { type: "string" },
  "webhook-listen": { type: "string" },
  "webhook-url": { type: "string" },
  "alarm-within": { type: "string", default: "20000" },
  "timed-out-after": { type: "string" },
  zone: { type: "string", default: "480" },
  lang: { type: "string", default: "zh" },
  json: { type: "boolean", default: false },
  loop: { type: "boolean", default: false },
  verbose: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** What holds when nobody says otherwise. */
const defaults = {
  ...{ runs: "50", timeout: "2000", resend: "10000", resends: "3", wait: "60000", "platform-code": "CONFORM01" },
} as const;

const whole = (name: keyof typeof names, text: string, min: number, max: number): number => {
  const number = Number(text);
  if (!/^-?\d+$/.test(text) || number < min || number > max) throw new UsageError(`--${name}: ${min}..${max}`);
  return number;
};

/** Words of a command line as a shell would split them: quotes keep spaces. */
export const wordsOf = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? "");

const adapterOf = (given: readonly string[]): AdapterCommand | null => {
  const [command, ...args] = given;
  return command === undefined ? null : { command, args };
};

/** `CONFORM_SEED=7` says the same as `--seed 7`; the command line comes first. */
const fromEnvironment = (env: Terminal["env"]): readonly string[] =>
  Object.entries(names).flatMap(([name, { type }]) => {
    const value = env[`CONFORM_${name.toUpperCase().replaceAll("-", "_")}`];
    if (value === undefined || value === "" || name === "help") return [];
    return type === "boolean" ? (value === "1" || value === "true" ? [`--${name}`] : []) : [`--${name}`, value];
  });

/**
 * Reads the command line. `base`: options that a file gives, which the environment outweighs, and the command line that.
 *
 * @throws UsageError or an error of `parseArgs` for what is wrong about it
 */
export const optionsOf = (args: readonly string[], env: Terminal["env"], base: RunSettingsTold = {}) => {
  const split = args.indexOf("--");
  const own = split === -1 ? args : args.slice(0, split);
  const fromBase = Object.entries(base).flatMap(([name, value]) => [value].flat().flatMap((one) => [`--${name}`, one]));
  const parsed = parseArgs({
    args: [...fromBase, ...fromEnvironment(env), ...own],
    options: names,
    allowPositionals: true,
  });
  const { positionals } = parsed;
  const values = { ...defaults, ...parsed.values };
  const { lang } = values;
  if (lang !== "zh" && lang !== "en") throw new UsageError("--lang: zh | en");
  const language: Language = lang;
  const { mode = "explore" } = values;
  if (mode !== "explore" && mode !== "certify") throw new UsageError("--mode: explore | certify");
  const asked = values.class as ConformanceClass | undefined;
  if (asked !== undefined && !classes.includes(asked)) throw new UsageError(`--class: ${classes.join(" | ")}`);
  const seed = values.seed === undefined ? randomInt(SEED_MAX) : whole("seed", values.seed, 0, SEED_MAX - 1);
  return {
    ...values,
    positionals,
    /** Said by the command line, the environment or a file. */ given: new Set(Object.keys(parsed.values)),
    args,
    env,
    mode: mode as RunMode,
    language,
    asked,
    seed,
    runs: whole("runs", values.runs, 1, 100_000),
    quietMs: whole("quiet", values.quiet, 100, 3_600_000),
    longestMs: whole("longest", values.longest, 100, 86_400_000),
    resendMs: whole("resend", values.resend, 20, 60_000),
    resendCount: whole("resends", values.resends, 0, 100),
    alarmMs: whole("alarm-within", values["alarm-within"], 100, 60_000),
    silenceMs:
      values["timed-out-after"] === undefined
        ? null
        : whole("timed-out-after", values["timed-out-after"], 1_000, 21_600_000),
    zoneMinutes: whole("zone", values.zone, -720, 840),
    waitMs: whole("wait", values.wait, 100, 3_600_000),
    timeoutMs: whole("timeout", values.timeout, 1, 600_000),
    adapter: split === -1 ? adapterOf(wordsOf(values.adapter ?? "")) : adapterOf(args.slice(split + 1)),
  };
};
export type Options = ReturnType<typeof optionsOf>;

/** Whether a name fits a pattern with `*`. */
const fits = (pattern: string, name: string): boolean =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  ).test(name);

/** Which cases are wanted; undefined: all. */
export const keepsOf = ({
  only,
  exclude,
  requirement,
}: Pick<Options, "only" | "exclude" | "requirement">):
  | ((one: { readonly id: string; readonly requirements: readonly string[] }) => boolean)
  | undefined =>
  only.length + exclude.length + requirement.length === 0
    ? undefined
    : ({ id, requirements }) =>
        (only.length === 0 || only.some((pattern) => fits(pattern, id))) &&
        !exclude.some((pattern) => fits(pattern, id)) &&
        (requirement.length === 0 || requirements.some((name) => requirement.some((pattern) => fits(pattern, name))));
