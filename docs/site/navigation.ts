import { readFileSync } from "node:fs";
import { join } from "node:path";
import { protocols } from "@dianan/codec";
import { tags, tagTitle } from "./api-pages.ts";
import { schemaPages } from "./api-types.ts";
import { guides } from "./guides.ts";
import { addressOf, type Language, root, type Words } from "./paths.ts";
import { recordKinds, recordNames } from "./record-pages.ts";
import { decisionNames, exampleNames, packageNames, soakNames } from "./sources.ts";

export type Item = {
  readonly text: string;
  readonly link?: string;
  readonly items?: readonly Item[];
};

const headOf = (file: string): string => /^# (.*)$/m.exec(readFileSync(join(root, file), "utf8"))?.[1] ?? file;

const guideTitles = new Map<string, Words>(
  guides.flatMap(({ pages }) => pages.map((one) => [`docs/${one.page}.md`, one] as const)),
);

/** Title of a page in a language: its place in the side bar has one, else its heading. */
export const titleOf = (file: string, language: Language, text: string): string =>
  guideTitles.get(file)?.[language] ?? (/^# (.*)$/m.exec(text)?.[1] ?? file).replaceAll("`", "");

const decisionTitle = (name: string): string => headOf(`docs/decisions/${name}.md`).replaceAll("`", "");

/** The list of decisions. */
export const decisionIndex = (language: Language): string =>
  [
    language === "zh" ? "# 设计决定" : "# Decisions",
    "",
    language === "zh"
      ? "代价高、难以撤回的选择各占一页:背景、决定、放弃的方案、后果。以后的决定可以取代它,但不改写它。正文为英文。"
      : "Each choice that is costly to undo has one page: context, decision, what was rejected, consequences. A later page may supersede it; it is never edited away.",
    "",
    ...decisionNames.map((name) => `- [${decisionTitle(name)}](${addressOf(language, `decisions/${name}`)})`),
  ].join("\n");

/** The bar on top of the site. */
export const navigation = (language: Language): readonly Item[] => {
  const to = (zh: string, en: string, path: string): Item => ({
    text: { zh, en }[language],
    link: addressOf(language, path),
  });
  const menu = (zh: string, en: string, items: readonly Item[]): Item => ({ text: { zh, en }[language], items });
  return [
    menu("开始", "Start", [
      to("设备厂商", "Device vendor", "start/vendor"),
      to("平台厂商", "Platform", "start/platform"),
      to("城市", "City", "start/city"),
    ]),
    menu("指南", "Guides", [
      to("应用平台", "The hub", "guide/hub"),
      to("设备接入", "Connecting devices", "guide/profiles"),
      to("互联互通", "Bridges", "guide/city-sharing"),
      to("安装与运维", "Installing and operations", "operate/install"),
      to("符合性测试", "Conformance", "guide/conformance"),
    ]),
    to("规范", "Specifications", "spec/"),
    to("试验台", "Playground", "playground"),
    to("接口", "API", "api/"),
    to("设备档案", "Profiles", "profiles/"),
    menu("项目", "Project", [
      to("设计决定", "Decisions", "decisions/"),
      to("参与贡献", "Contributing", "contributing"),
    ]),
  ];
};

/** Side bars of the site by the beginning of the address. */
export const sideBars = (language: Language): Readonly<Record<string, readonly Item[]>> => {
  const say = (words: Words): string => words[language];
  const to = (text: string, path: string): Item => ({ text, link: addressOf(language, path) });
  const start: Item = {
    text: say({ zh: "十分钟入门", en: "Ten-minute starts" }),
    items: [
      to(say({ zh: "设备厂商", en: "Device vendor" }), "start/vendor"),
      to(say({ zh: "平台厂商", en: "Platform" }), "start/platform"),
      to(say({ zh: "城市", en: "City" }), "start/city"),
    ],
  };
  const guideItems: readonly Item[] = [
    start,
    {
      text: say({ zh: "部署", en: "Deployment" }),
      items: [
        to(say({ zh: "安装", en: "Installing" }), "operate/install"),
        to(say({ zh: "容量规划", en: "Sizing" }), "operate/sizing"),
        to(say({ zh: "安全", en: "Security" }), "operate/security"),
      ],
    },
    ...guides.map((group) => ({
      text: say(group),
      items: group.pages.map((one) => to(say(one), `guide/${one.page}`)),
    })),
    {
      text: say({ zh: "示例", en: "Examples" }),
      items: exampleNames.map((name) => to(name, `examples/${name}`)),
    },
    {
      text: say({ zh: "软件包", en: "Packages" }),
      items: [...packageNames, "conformance"].map((name) => to(`@dianan/${name}`, `packages/${name}`)),
    },
    {
      text: say({ zh: "长时间测试", en: "Long tests" }),
      items: soakNames.map((name) => to(name, `soak/${name}`)),
    },
    {
      text: say({ zh: "项目", en: "Project" }),
      items: [
        to(say({ zh: "设计决定", en: "Decisions" }), "decisions/"),
        to(say({ zh: "参与贡献", en: "Contributing" }), "contributing"),
        to(say({ zh: "安全问题报告", en: "Reporting a vulnerability" }), "security"),
      ],
    },
  ];
  const decisions: readonly Item[] = [
    {
      text: say({ zh: "设计决定", en: "Decisions" }),
      items: decisionNames.map((name) => to(decisionTitle(name), `decisions/${name}`)),
    },
  ];
  const specs: readonly Item[] = [
    {
      text: say({ zh: "设备协议", en: "Device protocols" }),
      items: [
        to(say({ zh: "规范总览", en: "Overview" }), "spec/"),
        ...Object.values(protocols).map((one) =>
          to(one.document === "MODBUS" ? one.id : one.document, `spec/${one.id}`),
        ),
        to(say({ zh: "电安协议正文", en: "Text of DianAn DP" }), "spec/dianan-protocol"),
        to(say({ zh: "MQTT 主题", en: "MQTT topics" }), "spec/mqtt-topics"),
      ],
    },
    {
      text: say({ zh: "共享记录", en: "Shared records" }),
      items: [
        ...recordKinds.map((kind) => to(say(recordNames[kind]), `spec/records/${kind}`)),
        to(say({ zh: "共享规范", en: "Sharing" }), "spec/sharing"),
        to(say({ zh: "代码表", en: "Code lists" }), "spec/codes"),
      ],
    },
    {
      text: say({ zh: "其他", en: "More" }),
      items: [
        to(say({ zh: "权限", en: "Access" }), "spec/access"),
        to(say({ zh: "平台自有记录", en: "Records of the hub" }), "spec/model"),
        to(say({ zh: "JSON 映射", en: "JSON mappings" }), "spec/mappings"),
        to(say({ zh: "接口源文件", en: "Sources of the API" }), "spec/openapi"),
      ],
    },
  ];
  const api: readonly Item[] = [
    {
      text: say({ zh: "开放接口", en: "The open API" }),
      items: [
        to(say({ zh: "总览", en: "Overview" }), "api/"),
        ...tags.map((tag) => to(tagTitle(tag, language), `api/${tag.name}`)),
        to(say({ zh: "错误代码", en: "Problems" }), "guide/problems"),
      ],
    },
    {
      text: say({ zh: "数据格式", en: "Schemas" }),
      items: schemaPages.map((range) => to(range, `api/schemas-${range.toLowerCase()}`)),
    },
  ];
  return {
    [addressOf(language, "spec/")]: specs,
    [addressOf(language, "api/")]: api,
    [addressOf(language, "decisions/")]: decisions,
    [addressOf(language, "")]: guideItems,
  };
};
