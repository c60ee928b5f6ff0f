// Writes docs/profiles/<id>.md, one page for each profile of specs/profiles, the list of them, and the profile inside the guide.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { profileDocs } from "../src/profile-docs.ts";
import { shippedProfiles } from "../src/shipped.ts";

const target = new URL("../../../docs/profiles/", import.meta.url);
const header = "<!-- Generated from specs/profiles by packages/profile/scripts/gen-docs.ts, do not edit. -->\n";

mkdirSync(target, { recursive: true });
const profiles = Object.values(shippedProfiles);
const pages = new Set(["README.md", ...profiles.map(({ id }) => `${id}.md`)]);
for (const name of readdirSync(target)) if (!pages.has(name)) rmSync(new URL(name, target));
for (const profile of profiles) writeFileSync(new URL(`${profile.id}.md`, target), header + profileDocs(profile));

const rows = profiles.map(({ id, identity, transport, points = [], conditions = [], commands = {}, vectors }) => {
  const counts = [points.length, conditions.length, Object.keys(commands).length, vectors.length];
  return `| [${id}](${id}.md) | ${identity.vendor.zh} ${identity.vendor.en} | \`${transport.protocol}\` | ${counts.join(" | ")} |`;
});
writeFileSync(
  new URL("README.md", target),
  `${header}# 设备档案 Device profiles

每页由 \`specs/profiles\` 里的档案生成;怎样写一份见[指南](../profiles.md)。
Each page is generated from a profile in \`specs/profiles\`; how to write one: [the guide](../profiles.md).

| 档案 profile | 设备 device | 协议 protocol | 测点 points | 告警 conditions | 命令 commands | 向量 vectors |
|---|---|---|---|---|---|---|
${rows.join("\n")}
`,
);

// The guide shows the file that it lets people write: it is the shipped one, letter by letter.
const guide = new URL("../../../docs/profiles.md", import.meta.url);
const shown = /(<!-- file: (\S+) -->\n```json\n)[\s\S]*?(```)/g;
writeFileSync(
  guide,
  readFileSync(guide, "utf8").replace(shown, (_, open: string, name: string, close: string) => {
    const text = readFileSync(new URL(`../../../specs/profiles/${name}`, import.meta.url), "utf8");
    return open + text + close;
  }),
);
