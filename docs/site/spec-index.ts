import { protocols } from "@dianan/codec";
import { code, table } from "./markdown.ts";
import { addressOf, type Language } from "./paths.ts";
import { recordKinds, recordNames } from "./record-pages.ts";

/** What specifications there are. */
export const specIndex = (language: Language): string => {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const to = (text: string, path: string): string => `[${text}](${addressOf(language, path)})`;
  return [
    `# ${say("规范", "Specifications")}`,
    "",
    say(
      "每个字节只描述一次:编解码、测试和这里的图表出自同一张表。",
      "Bytes are described once: the codec, its tests and the tables and pictures here come from the same source.",
    ),
    `\n## ${say("设备协议", "Device protocols")}\n`,
    table(
      say("协议|文件|标识", "protocol|document|id").split("|"),
      Object.values(protocols).map((one) => [to(one[language], `spec/${one.id}`), one.document, code(one.id)]),
    ),
    `- ${to(say("电安开放设备协议:正文", "The open device protocol: its text"), "spec/dianan-protocol")}`,
    `- ${to(say("MQTT 主题", "MQTT topics"), "spec/mqtt-topics")}`,
    `\n## ${say("共享记录", "Shared records")}\n`,
    ...recordKinds.map((kind) => `- ${to(recordNames[kind][language], `spec/records/${kind}`)} ${code(kind)}`),
    `- ${to(say("共享规范:推送、版本、对账", "Sharing: pushes, versions, comparing"), "spec/sharing")}`,
    `- ${to(say("代码表", "Code lists"), "spec/codes")}`,
    `\n## ${say("其他", "More")}\n`,
    `- ${to(say("开放接口", "The open API"), "api/")}`,
    `- ${to(say("权限", "Access"), "spec/access")} · ${to(say("平台自有记录", "Records of the hub"), "spec/model")} · ${to(say("JSON 映射", "JSON mappings"), "spec/mappings")} · ${to(say("接口源文件", "Sources of the API"), "spec/openapi")}`,
    `- ${to(say("要求矩阵", "Requirement matrix"), "matrix")}`,
  ].join("\n");
};
