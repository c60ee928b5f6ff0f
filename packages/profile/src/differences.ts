import type { ModelEvent } from "@dianan/model";
import { looseMembers, memberOf, type Shown, showEvent, type Wanted } from "./expected-events.ts";
import type { Message } from "./profile-error.ts";

/** One thing that is not as a vector says. */
export type Difference = {
  /** Place in the vector, such as `events/2/value`. */ readonly path: string;
  readonly message: Message;
};

type Members = { readonly [member: string]: unknown };

const sameAmount = (a: unknown, b: unknown): boolean => {
  const parts = (value: unknown): readonly [number, string] => {
    const [, number = "", unit = ""] = /^\s*([-+0-9.eE]+)\s*(.*?)\s*$/.exec(String(value)) ?? [];
    return [Number.parseFloat(number), unit];
  };
  const [left, leftUnit] = parts(a);
  const [right, rightUnit] = parts(b);
  return left === right && leftUnit === rightUnit;
};

const instantMs = (value: unknown): number | null => (typeof value === "string" ? Date.parse(value) : null);

const sameMembers = (a: Members, b: Members): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
};

const amounts = new Set(["value", "threshold", "energy"]);

const isSame = (name: string, wanted: unknown, actual: unknown): boolean => {
  if (wanted === actual) return true;
  if (wanted === undefined || actual === undefined || wanted === null || actual === null) return false;
  if (amounts.has(name)) return sameAmount(wanted, actual);
  if (name === "at") return instantMs(wanted) === instantMs(actual);
  return name === "facts" && sameMembers(wanted as Members, actual as Members);
};

/** What makes an event this event and no other one; the rest are its values. */
const identity = (event: Members): string => {
  const names = ["kind", "component", "quantity", "type", "phase", "command", "code"];
  return JSON.stringify(names.map((name) => memberOf(event, name) ?? null));
};

/** Members in which they differ. What a vector does not write and has no default for is not compared when it is loose. */
const unlike = (wanted: Members, actual: Members): readonly string[] => {
  const names = new Set([...Object.keys(wanted), ...Object.keys(actual)]);
  return [...names].filter((name) => {
    if (looseMembers.has(name) && !Object.hasOwn(wanted, name)) return false;
    return !isSame(name, memberOf(wanted, name), memberOf(actual, name));
  });
};

const show = (value: unknown): string =>
  value === undefined ? "—" : typeof value === "string" ? value : JSON.stringify(value);
const title = (event: Members): string =>
  ["kind", "component", "quantity", "type", "phase", "command", "code"]
    .flatMap((name) => (event[name] === undefined || event[name] === null ? [] : [String(event[name])]))
    .join(" ");

/**
 * How events differ from what a vector expects. The order does not count: an event is compared with the expected one of the same
 * kind, component and quantity, type, phase, command or code; of several such, with the one that is most like it.
 */
export const differencesOf = (wanted: readonly Wanted[], actual: readonly ModelEvent[]): readonly Difference[] => {
  const left: Shown[] = actual.map(showEvent);
  const found: Difference[] = [];
  for (const { path, event } of wanted) {
    const key = identity(event);
    const rivals = left
      .filter((one) => identity(one) === key)
      .map((one) => ({ one, names: unlike(event, one) }))
      .sort((a, b) => a.names.length - b.names.length);
    const [best] = rivals;
    if (best === undefined) {
      found.push({ path, message: { zh: `缺少事件:${title(event)}`, en: `event is missing: ${title(event)}` } });
      continue;
    }
    left.splice(left.indexOf(best.one), 1);
    for (const name of best.names) {
      const [right, got] = [show(memberOf(event, name)), show(memberOf(best.one, name))];
      found.push({
        path: `${path}/${name}`,
        message: {
          zh: `${title(event)}:${name} 应为 ${right},实际 ${got}`,
          en: `${title(event)}: ${name} should be ${right}, is ${got}`,
        },
      });
    }
  }
  for (const event of left)
    found.push({
      path: "events",
      message: { zh: `多出事件:${JSON.stringify(event)}`, en: `event is not expected: ${JSON.stringify(event)}` },
    });
  return found;
};
