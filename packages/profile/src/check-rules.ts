import { registerCount } from "@dianan/codec";
import { type AlarmType, alarmTypes } from "@dianan/model";
import { checkComponentKey } from "./check-components.ts";
import type { Bits, Condition, Guard, Measure, Point, Profile } from "./generated/types.ts";
import { meaningsOf } from "./meanings.ts";
import { finding, type ProfileError, pointerStep } from "./profile-error.ts";
import { numberOf } from "./raw-value.ts";
import { type Source, sourceNames } from "./samples.ts";

/** Protocols that a source belongs to; a source that is not here is any protocol's. */
const protocolsOf: { readonly [source: string]: readonly string[] } = {
  register: ["modbus-rtu", "modbus-tcp"],
  item: ["dlt645"],
  analog: ["gb26875"],
  status: ["gb26875"],
};

type SourceName = (typeof sourceNames)[number];

const checkSource = (
  profile: Profile,
  rule: Source & { readonly bits?: Bits },
  path: string,
  allowed: readonly SourceName[],
): readonly ProfileError[] => {
  const given = sourceNames.filter((name) => rule[name] !== undefined);
  const [name] = given;
  const list = allowed.join(", ");
  if (given.length !== 1 || name === undefined)
    return [
      finding(
        "contradiction",
        path,
        `来源要恰好一个,现在有 ${given.length === 0 ? "0 个" : given.join("、")}。可用:${list}。`,
        `Exactly one source is needed, there ${given.length === 0 ? "is none" : `are ${given.join(", ")}`}. Choose one of ${list}.`,
      ),
    ];
  const errors: ProfileError[] = [];
  const { protocol } = profile.transport;
  const fits = protocolsOf[name];
  if (fits !== undefined && !fits.includes(protocol))
    errors.push(
      finding(
        "contradiction",
        `${path}/${name}`,
        `${name} 只用于 ${fits.join("、")},这里的协议是 ${protocol}。请改用 field 或 native。`,
        `${name} belongs to ${fits.join(", ")}; the protocol here is ${protocol}. Use field or native.`,
      ),
    );
  const { register, bits } = rule;
  if (register !== undefined && registerCount({ type: register.type ?? "u16" }) === 1 && register.order !== undefined)
    errors.push(
      finding(
        "contradiction",
        `${path}/register/order`,
        "16 位的类型没有字序,请去掉 order。",
        "A 16-bit type has no word order: leave order out.",
      ),
    );
  if (register !== undefined && numberOf(register.address) > 0xffff)
    errors.push(
      finding(
        "out-of-range",
        `${path}/register/address`,
        "线上地址最大 0xFFFF;30009 这样的编号要先减去首位再减 1。",
        "A wire address is at most 0xFFFF; an entity number such as 30009 loses its first digit and 1.",
      ),
    );
  if (bits !== undefined && bits.first + bits.count > 32)
    errors.push(finding("out-of-range", `${path}/bits`, "位段超出 32 位。", "The bits lie outside 32."));
  return errors;
};

const checkGuards = (profile: Profile, guards: readonly Guard[] = [], path: string): readonly ProfileError[] =>
  guards.flatMap((guard, i) => {
    const at = `${path}/${i}`;
    const errors = checkSource(profile, guard, at, ["register", "item", "field"]);
    return (guard.equals === undefined) !== (guard.differs === undefined)
      ? errors
      : [
          ...errors,
          finding(
            "contradiction",
            at,
            "equals 和 differs 要恰好写一个。",
            "Exactly one of equals and differs is needed.",
          ),
        ];
  });

/** A value that is read for one component cannot be that of a whole family. */
const checkFamily = (rule: Source & { readonly component?: string }, path: string): readonly ProfileError[] => {
  const { component, field, analog, status } = rule;
  if (component === undefined) return [];
  if (analog !== undefined || status !== undefined)
    return [
      finding(
        "contradiction",
        `${path}/component`,
        "这种来源的部件由帧给出,请去掉 component。",
        "The frame says which component it is: leave component out.",
      ),
    ];
  const isFamily = /\{n\}|\*/.test(component);
  const isMany = rule.native !== undefined || field?.includes("[*]") === true;
  if (isFamily && !isMany)
    return [
      finding(
        "contradiction",
        `${path}/component`,
        "一个值只属于一个部件:请写具体编号,如 port/1;或用带 [*] 的 field、native。",
        "One value belongs to one component: write its number, such as port/1, or use a field with [*], or native.",
      ),
    ];
  return field?.includes("[*]") === true && !component.includes("{n}")
    ? [
        finding(
          "contradiction",
          `${path}/component`,
          "field 含 [*] 时部件键要含 {n}。",
          "A field with [*] needs a component key with {n}.",
        ),
      ]
    : [];
};

const checkLimits = ({ min, max, values, a }: Measure, path: string): readonly ProfileError[] => {
  const errors: ProfileError[] = [];
  if (min !== undefined && max !== undefined && min >= max)
    errors.push(finding("contradiction", `${path}/max`, "max 要大于 min。", "max must be above min."));
  if (a === 0) errors.push(finding("bad-value", `${path}/a`, "系数 a 不能是 0。", "The factor a cannot be 0."));
  return [...errors, ...checkKeys(values ?? {}, `${path}/values`)];
};

/** Keys that are numbers must be written so that they can be read, each once. */
const checkKeys = (table: { readonly [key: string]: unknown }, path: string): readonly ProfileError[] => {
  const seen = new Map<number, string>();
  return Object.keys(table).flatMap((key) => {
    const number = numberOf(key);
    if (!/^[-0-9]/.test(key)) return [];
    const here = path + pointerStep(key);
    if (Number.isNaN(number))
      return [
        finding("bad-format", here, `${key} 不是数。用十进制或 0x。`, `${key} is no number. Write decimal or 0x.`),
      ];
    const twin = seen.get(number);
    seen.set(number, key);
    return twin === undefined
      ? []
      : [finding("contradiction", here, `${key} 与 ${twin} 是同一个数。`, `${key} and ${twin} are the same number.`)];
  });
};

const checkPoint = (profile: Profile, point: Point, path: string): readonly ProfileError[] => [
  ...checkSource(profile, point, path, ["register", "item", "analog", "field", "native"]),
  ...checkComponentKey(profile, point.component, `${path}/component`),
  ...checkFamily(point, path),
  ...checkGuards(profile, point.when, `${path}/when`),
  ...checkLimits(point, path),
];

const checkClass = (type: AlarmType, given: string | undefined, path: string): readonly ProfileError[] => {
  const right = alarmTypes[type].class;
  return given === undefined || given === right
    ? []
    : [
        finding(
          "contradiction",
          `${path}/class`,
          `${type} 的类别是 ${right}。请改成 ${right},或换一个报警类型。`,
          `The class of ${type} is ${right}. Write ${right}, or choose another type.`,
        ),
      ];
};

const checkMeanings = (profile: Profile, rule: Condition, path: string): readonly ProfileError[] => {
  const given = (["flags", "codes", "type"] as const).filter((name) => rule[name] !== undefined);
  if (given.length !== 1)
    return [
      finding(
        "contradiction",
        path,
        "含义要恰好一种:flags(逐位)、codes(逐码)或 type。",
        "Exactly one meaning is needed: flags by bit, codes by number, or type.",
      ),
    ];
  const errors: ProfileError[] = [];
  if (rule.native !== undefined && rule.type === undefined)
    errors.push(finding("contradiction", path, "native 要和 type 同用。", "native goes with type."));
  if (rule.status !== undefined && rule.flags === undefined)
    errors.push(finding("contradiction", path, "status 要和 flags 同用。", "status goes with flags."));
  if (rule.equals !== undefined && (rule.type === undefined || rule.native !== undefined))
    errors.push(
      finding(
        "contradiction",
        `${path}/equals`,
        "equals 只和 type 同用,native 不用。",
        "equals goes with type, and not with native.",
      ),
    );
  for (const name of ["class", "latching", "test", "zh", "en"] as const)
    if (rule[name] !== undefined && rule.type === undefined)
      errors.push(
        finding(
          "contradiction",
          `${path}/${name}`,
          `${name} 写在每个含义里:{"type": …, "${name}": …}。`,
          `${name} belongs into each meaning: {"type": …, "${name}": …}.`,
        ),
      );
  for (const { code, meaning } of meaningsOf(rule)) {
    if (meaning === null || typeof meaning === "string") continue;
    const table = rule.flags === undefined ? "codes" : "flags";
    const at = rule.type === undefined ? `${path}/${table}${pointerStep(code)}` : path;
    errors.push(...checkClass(meaning.type, meaning.class, at));
    if (rule.type === undefined) errors.push(...checkComponentKey(profile, meaning.component, `${at}/component`));
  }
  return [...errors, ...checkKeys(rule.codes ?? {}, `${path}/codes`)];
};

const checkAmounts = (profile: Profile, rule: Condition, path: string): readonly ProfileError[] =>
  (["value", "threshold"] as const).flatMap((name) => {
    const measure = rule[name];
    if (measure === undefined) return [];
    const here = `${path}/${name}`;
    if (rule.type === undefined || alarmTypes[rule.type].quantity === null)
      return [
        finding(
          "contradiction",
          here,
          `${name} 只用于 type,且这个报警类型要有测量量。`,
          `${name} goes with type, and with an alarm type that has a quantity.`,
        ),
      ];
    return [
      ...checkSource(profile, measure, here, ["register", "item", "analog", "field"]),
      ...checkLimits(measure, here),
    ];
  });

/** Findings about points, conditions, guards and what is ignored that the schema cannot tell. */
export const checkRules = (profile: Profile): readonly ProfileError[] => [
  ...checkGuards(profile, profile.match, "/match"),
  ...(profile.points ?? []).flatMap((point, i) => checkPoint(profile, point, `/points/${i}`)),
  ...(profile.conditions ?? []).flatMap((rule, i) => {
    const path = `/conditions/${i}`;
    return [
      ...checkSource(profile, rule, path, ["register", "item", "status", "field", "native"]),
      ...checkComponentKey(profile, rule.component, `${path}/component`),
      ...checkFamily(rule, path),
      ...checkGuards(profile, rule.when, `${path}/when`),
      ...checkMeanings(profile, rule, path),
      ...checkAmounts(profile, rule, path),
    ];
  }),
  ...(profile.ignore ?? []).flatMap((one, i) => checkComponentKey(profile, one.component, `/ignore/${i}/component`)),
];
