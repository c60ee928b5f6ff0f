import { readFileSync } from "node:fs";
import { type DefaultTheme, defineConfig, type LocaleSpecificConfig } from "vitepress";
import { tokenize } from "../site/tokenize.ts";

type Bars = { readonly nav: DefaultTheme.NavItem[]; readonly sidebar: DefaultTheme.SidebarMulti };
const bars = JSON.parse(readFileSync(new URL("./pages/navigation.json", import.meta.url), "utf8")) as Readonly<
  Record<"zh" | "en", Bars>
>;

type Locale = LocaleSpecificConfig<DefaultTheme.Config> & { readonly label: string };

const zh: Locale = {
  label: "简体中文",
  lang: "zh-CN",
  title: "电安 DianAn",
  description: "城市智慧用电安全的开放协议与互联互通平台",
  themeConfig: {
    ...bars.zh,
    outline: { level: [2, 3], label: "本页目录" },
    docFooter: { prev: "上一页", next: "下一页" },
    darkModeSwitchLabel: "外观",
    lightModeSwitchTitle: "切换到浅色",
    darkModeSwitchTitle: "切换到深色",
    sidebarMenuLabel: "目录",
    returnToTopLabel: "回到顶部",
    langMenuLabel: "语言",
    skipToContentLabel: "跳到正文",
    notFound: {
      title: "没有这一页",
      quote: "地址可能有误,或页面已移动。",
      linkLabel: "回到首页",
      linkText: "回到首页",
    },
  },
};

const en: Locale = {
  label: "English",
  lang: "en",
  title: "DianAn 电安",
  description: "Open protocol SDK and interoperability hub for smart electricity safety in cities",
  themeConfig: {
    ...bars.en,
    outline: { level: [2, 3], label: "On this page" },
  },
};

const zhSearch: NonNullable<DefaultTheme.LocalSearchOptions["translations"]> = {
  button: { buttonText: "搜索", buttonAriaLabel: "搜索" },
  modal: {
    displayDetails: "显示详情",
    resetButtonTitle: "清除",
    backButtonTitle: "关闭",
    noResultsText: "没有结果:",
    footer: { selectText: "打开", navigateText: "选择", closeText: "关闭" },
  },
};

export default defineConfig({
  srcDir: ".vitepress/pages",
  srcExclude: ["public/**"],
  outDir: "dist",
  cleanUrls: true,
  markdown: { theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } },
  metaChunk: true,
  locales: { root: zh, en },
  head: [["link", { rel: "icon", type: "image/svg+xml", href: "/mark.svg" }]],
  themeConfig: {
    logo: { src: "/mark.svg", alt: "" },
    search: {
      provider: "local",
      options: {
        locales: { root: { translations: zhSearch } },
        miniSearch: { options: { tokenize }, searchOptions: { combineWith: "AND", prefix: true, fuzzy: 0.1 } },
      },
    },
  },
  vite: {
    resolve: { conditions: ["@dianan/source"] },
    build: { chunkSizeWarningLimit: 4096, reportCompressedSize: false },
  },
});
