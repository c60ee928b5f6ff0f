import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root, type Words } from "./paths.ts";

/** A group of the guides in the side bar. Pages are file names in docs/, without `.md`. */
export type GuideGroup = Words & { readonly pages: readonly (Words & { readonly page: string })[] };

const page = (name: string, zh: string, en: string) => ({ page: name, zh, en });

const placed: readonly GuideGroup[] = [
  {
    zh: "平台",
    en: "The hub",
    pages: [
      page("getting-started", "入门", "Getting started"),
      page("hub", "应用平台", "The hub"),
      page("console", "值班控制台", "The console"),
      page("alarms", "告警处理", "The life of an alarm"),
      page("thresholds", "设定值与平台分析", "Set points and analysis"),
      page("readings", "测量值", "Readings"),
      page("statistics", "统计", "Statistics"),
      page("reports", "报告与报表", "Reports and forms"),
      page("charging", "充电", "Charging"),
      page("registry", "登记信息", "Registry"),
      page("imports", "表格导入", "Imports"),
      page("exports", "数据导出", "Exports"),
      page("commands", "设备命令", "Commands to devices"),
    ],
  },
  {
    zh: "设备接入",
    en: "Connecting devices",
    pages: [
      page("profiles", "编写设备档案", "Writing a device profile"),
      page("gb26875", "GB/T 26875.3", "GB/T 26875.3"),
      page("modbus", "Modbus", "Modbus"),
      page("dlt645", "DL/T 645", "DL/T 645"),
      page("ap3000", "AP3000 充电桩", "AP3000 piles"),
      page("bkv", "BKV 充电插座", "BKV sockets"),
      page("juy", "JUY 充电桩", "JUY piles"),
      page("ykc", "云快充", "YKC chargers"),
      page("efire-7b7b", "7B7B 无线探测器", "7B7B wireless detector"),
      page("uplink", "HTTP 直报", "Devices over HTTP"),
      page("mqtt", "MQTT 接入", "Devices over MQTT"),
      page("coap", "CoAP 接入", "Devices over CoAP"),
      page("simulation", "仿真测试", "Simulation"),
    ],
  },
  {
    zh: "互联互通",
    en: "Bridges",
    pages: [
      page("bridges", "对接一览", "All bridges"),
      page("city-sharing", "城市数据共享", "City sharing"),
      page("platforms", "平台互联", "Connecting a platform"),
      page("gb26875-upward", "向消防监控中心上报", "Upward to a fire centre"),
      page("tcec", "T/CEC 102 充换电", "T/CEC 102"),
      page("receivers", "接收平台推送", "Receiving pushes"),
      page("mappings", "JSON 映射", "JSON mappings"),
      page("webhooks", "事件推送", "Webhooks"),
      page("notifications", "通知到人", "Notifications"),
      page("problems", "错误代码", "Problems"),
    ],
  },
  {
    zh: "运维与安全",
    en: "Operations and security",
    pages: [
      page("operations", "备份、恢复与升级", "Backup, restore, upgrade"),
      page("options", "命令选项", "Options"),
      page("accounts", "账号与凭证", "Accounts and credentials"),
      page("audit", "审计日志", "The audit log"),
      page("personal-data", "个人信息", "Personal data"),
    ],
  },
  {
    zh: "质量",
    en: "Quality",
    pages: [page("conformance", "符合性测试", "Conformance"), page("speed", "性能数据", "Speed")],
  },
];

/** Names of the Markdown pages in a folder of the repository, without `.md`, in order. */
export const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.slice(0, -3))
    .sort();

const isPlaced = (name: string): boolean => placed.some(({ pages }) => pages.some((one) => one.page === name));
const unplaced = pagesIn("docs").filter((name) => !name.includes(".zh-CN") && !isPlaced(name));

/** Every page of docs/ with its place; one that nobody placed yet comes last, under its file's name. */
export const guides: readonly GuideGroup[] = [
  ...placed,
  ...(unplaced.length === 0 ? [] : [{ zh: "更多", en: "More", pages: unplaced.map((name) => page(name, name, name)) }]),
];
