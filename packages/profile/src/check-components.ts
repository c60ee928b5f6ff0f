import { familyOf, wildcardsIn } from "./component-family.ts";
import type { Profile } from "./generated/types.ts";
import { finding, type ProfileError } from "./profile-error.ts";

/** Findings about the components of a profile that its schema cannot tell. */
export const checkComponents = ({ components }: Profile): readonly ProfileError[] =>
  components.flatMap(({ key, native, count, first }, i) => {
    const path = `/components/${i}`;
    const errors: ProfileError[] = [];
    const twin = components.findIndex((one) => one.key === key);
    if (twin < i)
      errors.push(
        finding(
          "contradiction",
          `${path}/key`,
          `部件键 ${key} 已用于 /components/${twin}。请换一个。`,
          `The key ${key} is taken by /components/${twin}. Choose another.`,
        ),
      );
    if (key.includes("{n}") !== (count !== undefined))
      errors.push(
        finding(
          "contradiction",
          `${path}/count`,
          "{n} 和 count 要一起写:key 含 {n} 时写 count,不含时去掉 count。",
          "{n} and count go together: give count when the key holds {n}, else leave it out.",
        ),
      );
    if (first !== undefined && count === undefined)
      errors.push(
        finding("contradiction", `${path}/first`, "first 只和 count 一起用。", "first goes only with count."),
      );
    if (native !== undefined && wildcardsIn(native) !== wildcardsIn(key))
      errors.push(
        finding(
          "contradiction",
          `${path}/native`,
          "native 与 key 的 {n}、* 个数要相同。",
          "native and key need the same number of {n} and *.",
        ),
      );
    if (key.split("{n}").length > 2)
      errors.push(finding("contradiction", `${path}/key`, "{n} 只能出现一次。", "{n} may stand only once."));
    return errors;
  });

/** A finding when a key is none of the profile's components. */
export const checkComponentKey = (profile: Profile, key: string | undefined, path: string): readonly ProfileError[] => {
  if (key === undefined) return [];
  const families = profile.components.map(familyOf);
  if (families.some(({ component, holds }) => component.key === key || holds(key))) return [];
  const known = profile.components.map((one) => one.key).join(", ");
  return [
    finding(
      "no-such",
      path,
      `没有部件 ${key}。components 里有:${known || "(空)"}。`,
      `There is no component ${key}. components has: ${known || "none"}.`,
    ),
  ];
};
