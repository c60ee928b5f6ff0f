import { deviceCommands, isDeviceCommand } from "@dianan/model";
import type { Profile, Slot } from "./generated/types.ts";
import { code, section, table } from "./markdown.ts";

const limits = ({
  type,
  min,
  max,
  unit = "",
  a = 1,
  values = {},
  characters = "ascii",
  minLength = 0,
  maxLength = 32,
}: Slot): string => {
  switch (type) {
    case "number":
      return `${min ?? ""} … ${max ?? ""} ${unit}${Math.abs(a) === 1 ? "" : `, 步长 step ${Math.abs(a)}`}`;
    case "choice":
      return Object.keys(values).join(", ");
    case "text":
      return `${minLength}–${maxLength} 字符 characters, ${characters}`;
  }
};

const slotText = (name: string, slot: Slot): string =>
  `${code(name)} ${slot.zh} ${slot.en}: ${limits(slot)}${slot.default === undefined ? "" : `, 默认 default ${slot.default}`}`;

/** What can be asked of the device: slots, and one frame that a vector proves. */
export const commandSection = (profile: Profile): readonly string[] => {
  const { commands = {}, vectors } = profile;
  const rows = Object.entries(commands).map(([key, command]) => {
    const base = key.split(".")[0] ?? "";
    const canonical = isDeviceCommand(base) ? deviceCommands[base] : null;
    const example = vectors.find((vector) => vector.command === key && vector.hex !== undefined);
    const given = Object.entries(example?.slots ?? {}).map(([name, value]) => `${name}=${value}`);
    return [
      code(key),
      `${command.zh ?? canonical?.zh ?? ""} ${command.en ?? canonical?.en ?? ""}`,
      canonical === null ? "" : `${code(base)} (${canonical.code})`,
      Object.entries(command.slots ?? {})
        .map(([name, slot]) => slotText(name, slot))
        .join("; "),
      `${given.join(", ")} ${code(example?.hex ?? "")}`,
    ];
  });
  const poll = (profile.transport.poll ?? []).map(({ command, everySeconds, slots = {} }) => {
    const given = Object.entries(slots).map(([name, value]) => `${name}=${value}`);
    return [code(command), given.join(", "), `${everySeconds} s`];
  });
  return [
    ...section(
      "命令 Commands",
      table(["命令 command", "名称 name", "标准命令 canonical", "槽 slots", "例 example"], rows),
    ),
    ...section("轮询 Polling", table(["命令 command", "槽 slots", "周期 period"], poll)),
  ];
};
