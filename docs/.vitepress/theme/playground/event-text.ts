import {
  alarmTypes,
  deviceCommands,
  type ModelEvent,
  qualities,
  quantities,
  quantityText,
  sessionEnds,
  statuses,
} from "@dianan/model";

type Words = { readonly zh: string; readonly en: string };
const wordOf = (table: object, slug: string, language: "zh" | "en"): string =>
  (table as Readonly<Record<string, Words | undefined>>)[slug]?.[language] ?? slug;

/** An event of the model in a line. */
export const eventText = (event: ModelEvent, language: "zh" | "en"): string => {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const device = say("整机", "the device");
  switch (event.kind) {
    case "reading": {
      const value =
        event.quality === "good" || event.quality === "outOfRange" ? quantityText(event.quantity, event.value) : "";
      const quality = event.quality === "good" ? "" : ` (${wordOf(qualities, event.quality, language)})`;
      return `${say("测量值", "Reading")} ${event.component ?? device}: ${wordOf(quantities, event.quantity, language)} ${value}${quality}`;
    }
    case "condition":
      return `${say("报警", "Condition")} ${event.component ?? device}: ${wordOf(alarmTypes, event.type, language)} ${event.present ? say("出现", "present") : say("消失", "gone")} [${event.rawCode}]`;
    case "componentState":
      return `${say("部件状态", "Component")} ${event.component}: ${wordOf(statuses, event.status, language)} ${event.note}`;
    case "session":
      return `${say("充电会话", "Session")} ${event.component}: ${event.phase}${event.end === null ? "" : ` ${wordOf(sessionEnds, event.end, language)}`}`;
    case "commandResult":
      return `${say("命令结果", "Command result")} ${wordOf(deviceCommands, event.command, language)}: ${event.outcome}`;
    case "identity":
      return `${say("设备标识", "Identity")}: ${Object.entries(event.facts)
        .map(([name, value]) => `${name} ${value}`)
        .join(", ")}`;
    case "deviceClock":
      return `${say("设备时间", "Clock")}: ${new Date(event.at).toISOString()}`;
    case "diagnostic":
      return `${say("提示", "Note")}: ${event.text} [${event.code}]`;
  }
};
