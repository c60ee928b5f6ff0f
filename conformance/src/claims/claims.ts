import { type ConformanceClass, classes } from "../case.ts";
import { type Target, targets } from "../requirement.ts";

/** What a vendor says that its implementation has (符合性声明): specs/conformance/claims.schema.json. */
export type Claims = {
  readonly claims: 1;
  readonly implementation: {
    readonly name: string;
    readonly version: string;
    readonly vendor?: string;
    readonly contact?: string;
  };
  readonly target: Target;
  /** Prefix of the document, such as `F3`. */ readonly protocol: string;
  readonly role?: "sender" | "receiver";
  readonly features: readonly string[];
  readonly dialects?: readonly string[];
  readonly timers?: { readonly resendMs?: number; readonly resends?: number };
  readonly class?: ConformanceClass;
};

/** Claims that are wrong: where, as a JSON pointer, and what is asked for. */
export class ClaimsError extends Error {
  readonly path: string;
  constructor(path: string, zh: string, en: string) {
    super(`声明有误 / claims are wrong at ${path === "" ? "/" : path}: ${zh} / ${en}`);
    this.name = "ClaimsError";
    this.path = path;
  }
}

/** What there is to claim of a target and document. */
export type Claimable = { readonly features: readonly string[]; readonly dialects: readonly string[] };

const protocolsOf: Readonly<Record<Target, readonly string[]>> = {
  codec: ["F3", "DP"],
  device: ["F3", "DP"],
  platform: ["API"],
  share: ["CS"],
};
const members = ["claims", "implementation", "target", "protocol", "role", "features", "dialects", "timers", "class"];
const TEXT_MAX = 200;

type Members = { readonly [name: string]: unknown };
const fail = (path: string, zh: string, en: string): never => {
  throw new ClaimsError(path, zh, en);
};
const objectAt = (value: unknown, path: string): Members =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Members)
    : fail(path, "应为对象", "an object");
const only = (value: Members, names: readonly string[], path: string): void => {
  for (const name of Object.keys(value))
    if (!names.includes(name))
      fail(`${path}/${name}`, `没有此成员;可有:${names.join(", ")}`, "there is no such member");
};
const textAt = (value: unknown, path: string): void => {
  if (typeof value !== "string" || value === "" || value.length > TEXT_MAX)
    fail(path, `应为 1 至 ${TEXT_MAX} 个字符的文字`, `text of 1 to ${TEXT_MAX} characters`);
};
const oneOf = (value: unknown, names: readonly string[], path: string): void => {
  if (!names.includes(value as string)) fail(path, `应为 ${names.join(" | ")}`, `one of ${names.join(" | ")}`);
};
const listAt = (value: unknown, names: readonly string[], path: string): void => {
  if (!Array.isArray(value)) throw new ClaimsError(path, "应为列表", "a list");
  for (const [i, name] of value.entries()) {
    oneOf(name, names, `${path}/${i}`);
    if (value.indexOf(name) < i) fail(`${path}/${i}`, "重复", "it is there twice");
  }
};
const wholeAt = (value: unknown, min: number, max: number, path: string): void => {
  if (!Number.isInteger(value) || (value as number) < min || (value as number) > max)
    fail(path, `应为 ${min} 至 ${max} 的整数`, `a whole number of ${min} to ${max}`);
};

/**
 * Checks claims.
 *
 * @param claimable - what can be claimed of a target and document
 * @throws ClaimsError that names the member as a JSON pointer
 */
export const parseClaims = (value: unknown, claimable: (target: Target, protocol: string) => Claimable): Claims => {
  const all = objectAt(value, "");
  only(all, members, "");
  if (all.claims !== 1) fail("/claims", "应为 1", "1, the version of this form");
  const who = objectAt(all.implementation, "/implementation");
  only(who, ["name", "version", "vendor", "contact"], "/implementation");
  for (const name of ["name", "version", ...Object.keys(who)]) textAt(who[name], `/implementation/${name}`);
  oneOf(all.target, targets, "/target");
  const target = all.target as Target;
  oneOf(all.protocol, protocolsOf[target], "/protocol");
  if (target === "share") oneOf(all.role, ["sender", "receiver"], "/role");
  else if ("role" in all) fail("/role", "只用于对象 share", "of the target share alone");
  const known = claimable(target, all.protocol as string);
  listAt(all.features, known.features, "/features");
  if ("dialects" in all) {
    if (target !== "codec") fail("/dialects", "只用于对象 codec", "of the target codec alone");
    listAt(all.dialects, known.dialects, "/dialects");
  }
  if ("timers" in all) {
    if (target !== "device") fail("/timers", "只用于对象 device", "of the target device alone");
    const timers = objectAt(all.timers, "/timers");
    only(timers, ["resendMs", "resends"], "/timers");
    if ("resendMs" in timers) wholeAt(timers.resendMs, 20, 60_000, "/timers/resendMs");
    if ("resends" in timers) wholeAt(timers.resends, 0, 100, "/timers/resends");
  }
  if ("class" in all) oneOf(all.class, classes, "/class");
  return all as Claims;
};

/** Features of claims as cases need them: a dialect is one of its own. */
export const featuresOf = ({ features, dialects = [] }: Claims): readonly string[] => [
  ...features,
  ...dialects.map((name) => `dialect/${name}`),
];
