import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Files, fileAddress } from "./links.ts";
import { escapeHtml } from "./markdown.ts";
import { addressOf, type Language, root, type Words } from "./paths.ts";
import { profileNames } from "./sources.ts";

type Profile = {
  readonly id: string;
  readonly version: string;
  readonly identity: {
    readonly vendor: Words;
    readonly models: readonly string[];
    readonly system: string;
  };
  readonly transport: { readonly protocol: string };
  readonly points?: readonly unknown[];
  readonly conditions?: readonly unknown[];
  readonly commands?: Readonly<Record<string, unknown>>;
  readonly vectors?: readonly unknown[];
};

const systems: Readonly<Record<string, Words>> = {
  electricalFire: { zh: "电气火灾监控", en: "Electrical fire monitoring" },
  charging: { zh: "充电桩", en: "Charging" },
  both: { zh: "电气火灾监控与充电桩", en: "Electrical fire and charging" },
};

/** Every device profile as a card. */
export const gallery = (language: Language, files: Files): string => {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const profiles = profileNames.map((name) => {
    const file = `specs/profiles/${name}.json`;
    files.set(file, fileAddress(file));
    return JSON.parse(readFileSync(join(root, file), "utf8")) as Profile;
  });
  const card = (one: Profile): string => {
    const counts = [
      [one.points?.length ?? 0, say("测点", "points")],
      [one.conditions?.length ?? 0, say("告警", "conditions")],
      [Object.keys(one.commands ?? {}).length, say("命令", "commands")],
      [one.vectors?.length ?? 0, say("向量", "vectors")],
    ];
    return [
      `<li><a href="${addressOf(language, `profiles/${one.id}`)}"><strong>${escapeHtml(one.identity.vendor[language])}</strong></a>`,
      `<span>${escapeHtml(one.identity.models.join(", ") || say("型号未列", "no model named"))}</span>`,
      `<span>${counts.map(([count, what]) => `${count} ${what}`).join(" · ")}</span>`,
      `<span><code>${one.transport.protocol}</code> <a href="${fileAddress(`specs/profiles/${one.id}.json`)}" download>JSON ${one.version}</a></span></li>`,
    ].join("");
  };
  const kinds = [...new Set(profiles.map(({ identity }) => identity.system))].sort();
  return [
    `# ${say("设备档案", "Device profiles")}`,
    "",
    say(
      `厂商设备写成数据,测试在其中:无需改代码。共 ${profiles.length} 份。[怎样写一份](${addressOf(language, "guide/profiles")})`,
      `A maker's device is data with its tests inside: no code is changed. There are ${profiles.length}. [How to write one](${addressOf(language, "guide/profiles")})`,
    ),
    ...kinds.flatMap((kind) => [
      "",
      `## ${systems[kind]?.[language] ?? kind}`,
      "",
      `<ul class="cards">${profiles
        .filter(({ identity }) => identity.system === kind)
        .map(card)
        .join("")}</ul>`,
    ]),
  ].join("\n");
};
