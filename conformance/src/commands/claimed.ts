import type { Claims } from "../claims/claims.ts";
import { readClaims } from "../claims/read-claims.ts";
import type { RunSettingsTold } from "../run.ts";
import { type Options, optionsOf, UsageError } from "./options.ts";

/** What explores and what would make a certificate worth nothing: `certify` takes none of it. */
const exploring = ["only", "exclude", "requirement", "lacks", "runs", "timeout"] as const;
/** What the claims say, and the command line may not say otherwise. */
const claimed = ["resend", "resends", "spec", "name"] as const;

/** Claims as the command line would say them. */
export const settingsOfClaims = ({ protocol, timers, target, implementation }: Claims): RunSettingsTold => ({
  ...(target === "codec" || target === "device" ? { spec: protocol } : {}),
  ...(target === "codec" ? {} : { name: implementation.name }),
  ...(timers?.resendMs === undefined ? {} : { resend: String(timers.resendMs) }),
  ...(timers?.resends === undefined ? {} : { resends: String(timers.resends) }),
});

/** The options of a run together with the claims that it is held against. @throws UsageError, ClaimsError */
export const withClaims = (
  options: Options,
  target: string | undefined,
): { readonly options: Options; readonly claims: Claims | null } => {
  const isSaid = (name: string): boolean => {
    const value = options[name as keyof Options];
    return options.given.has(name) && !(Array.isArray(value) && value.length === 0);
  };
  if (options.mode === "certify") {
    if (options.claims === undefined)
      throw new UsageError("--mode certify: 需要声明文件 / claims are needed: --claims conform.yaml");
    const wrong = [...exploring, ...claimed].filter(isSaid).map((name) => `--${name}`);
    if (wrong.length > 0)
      throw new UsageError(
        `--mode certify: 声明决定用例和参数,不接受 ${wrong.join(", ")};探索用 --mode explore / the claims decide: not together with ${wrong.join(", ")}`,
      );
  }
  if (options.claims === undefined) return { options, claims: null };
  const claims = readClaims(options.claims);
  if (claims.target !== target)
    throw new UsageError(`/target: 声明的对象为 ${claims.target} / the claims are of the target ${claims.target}`);
  if (options.given.has("spec") && options.spec !== claims.protocol)
    throw new UsageError(`/protocol: 声明的协议为 ${claims.protocol} / the claims are of ${claims.protocol}`);
  const { args, env } = options;
  const again = optionsOf(args, env, settingsOfClaims(claims));
  return { options: { ...again, seed: options.seed, asked: again.asked ?? claims.class }, claims };
};

/** `claims check conform.yaml`: whether a file of claims is right. */
export const claimsCommand = ({ positionals, language }: Options, { out }: { out: (line: string) => void }): number => {
  const [, verb, file] = positionals;
  if (verb !== "check" || file === undefined) throw new UsageError("claims check <conform.yaml>");
  const { implementation, target, protocol, features } = readClaims(file);
  const who = `${implementation.name} ${implementation.version}: ${target} ${protocol}, ${features.join(", ")}`;
  out(language === "zh" ? `声明有效:${who}` : `the claims are well formed: ${who}`);
  return 0;
};

/** What a replay needs to know of the command line; secrets, addresses and programs are said again. */
const told = [
  "resend",
  "resends",
  "wait",
  "timeout",
  "lacks",
  "spec",
  "platform-code",
  "name",
  "alarm-within",
  "timed-out-after",
  "zone",
] as const;
export const settingsOf = (options: Options): RunSettingsTold =>
  Object.fromEntries(
    told.flatMap((name) => {
      const value = options[name];
      return value === undefined || value.length === 0 ? [] : [[name, value]];
    }),
  );
