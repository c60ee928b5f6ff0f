import { deviceCommands, isDeviceCommand } from "@dianan/model";
import type { Command, Profile, Slot } from "./generated/types.ts";
import { finding, type ProfileError, pointerStep } from "./profile-error.ts";
import { contextValues, holesOf } from "./template.ts";

/** Members that belong to one type of slot only. */
const membersOf = {
  number: ["unit", "min", "max", "a", "b"],
  choice: ["values"],
  text: ["characters", "minLength", "maxLength", "bytes"],
} as const satisfies { readonly [T in Slot["type"]]: readonly (keyof Slot)[] };

const checkSlot = (slot: Slot, path: string): readonly ProfileError[] => {
  const errors: ProfileError[] = [];
  for (const [type, members] of Object.entries(membersOf))
    for (const name of members)
      if (type !== slot.type && slot[name] !== undefined)
        errors.push(
          finding(
            "contradiction",
            `${path}/${name}`,
            `${name} 只用于类型 ${type}。`,
            `${name} belongs to the type ${type}.`,
          ),
        );
  if (slot.type === "choice" && slot.values === undefined)
    errors.push(finding("missing", `${path}/values`, "选项槽要写 values。", "A choice needs values."));
  if (slot.type === "number" && (slot.min === undefined || slot.max === undefined))
    errors.push(
      finding(
        "missing",
        `${path}/${slot.min === undefined ? "min" : "max"}`,
        "数的槽要写 min 和 max。",
        "A number needs min and max.",
      ),
    );
  return errors;
};

const checkCommand = (key: string, { slots = {}, frame }: Command): readonly ProfileError[] => {
  const path = `/commands${pointerStep(key)}`;
  const errors: ProfileError[] = [];
  const base = key.split(".")[0] ?? "";
  if (!isDeviceCommand(base)) {
    const known = Object.keys(deviceCommands).join(", ");
    errors.push(
      finding(
        "no-such",
        path,
        `没有标准命令 ${base}。有:${known}。`,
        `There is no canonical command ${base}. There are: ${known}.`,
      ),
    );
  }
  for (const [name, slot] of Object.entries(slots))
    errors.push(...checkSlot(slot, `${path}/slots${pointerStep(name)}`));
  const holes = holesOf(frame, `${path}/frame`);
  const used = new Set<string>();
  for (const { path: at, hole } of holes) {
    if (hole.kind === "slot") {
      used.add(hole.name);
      if (!Object.hasOwn(slots, hole.name))
        errors.push(finding("no-such", at, `slots 里没有 ${hole.name}。`, `slots has no ${hole.name}.`));
    }
    if (hole.kind === "context" && !Object.hasOwn(contextValues, hole.name)) {
      const known = Object.keys(contextValues).join(", ");
      errors.push(
        finding(
          "no-such",
          at,
          `$context 没有 ${hole.name}。有:${known}。`,
          `$context has no ${hole.name}. There are: ${known}.`,
        ),
      );
    }
  }
  for (const name of Object.keys(slots))
    if (!used.has(name))
      errors.push(
        finding(
          "contradiction",
          `${path}/slots${pointerStep(name)}`,
          `模板没有用到槽 ${name}。请用 {"$slot": "${name}"} 填入,或去掉它。`,
          `The template does not use ${name}. Put {"$slot": "${name}"} into it, or leave the slot out.`,
        ),
      );
  return errors;
};

/** Findings about commands that the schema cannot tell. */
export const checkCommands = ({ commands = {} }: Profile): readonly ProfileError[] =>
  Object.entries(commands).flatMap(([key, command]) => checkCommand(key, command));
