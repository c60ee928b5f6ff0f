import type { Code } from "@dianan/layout";
import type { Direction } from "../protocol.ts";

/** Document that every clause of this protocol belongs to. */
export const DOCUMENT = "YKC V1.6";
/** The document tells its messages apart by their frame type (帧类型): that is what errors cite. */
export const clauseOf = (type: number): string => `${DOCUMENT} 0x${type.toString(16).toUpperCase().padStart(2, "0")}`;

/** One row of {@link frameTypes}. */
export type FrameType = Code & {
  readonly direction: Direction;
  /**
   * Where the places of the body's fields come from. `document`: from the document. `unchecked`: from general knowledge of the
   * protocol, and for the BMS messages from the sizes of GB/T 27930; not compared with the document word by word.
   */
  readonly body: "document" | "unchecked";
  /** First version that has it, when not every version does. */ readonly since?: "1.6";
};

const up = (code: number, zh: string, en: string, body: FrameType["body"], since?: "1.6") =>
  ({ code, zh, en, clause: clauseOf(code), direction: "up", body, ...(since === undefined ? {} : { since }) }) as const;
const down = (code: number, zh: string, en: string, body: FrameType["body"], since?: "1.6") =>
  ({ ...up(code, zh, en, body, since), direction: "down" }) as const;

/**
 * Frame types (帧类型): odd numbers come from the pile, even ones from the platform, except 3B (up), 40 (down) and 61 to 63.
 * The document's overview swaps two directions of A1 to A4; here they follow the rule.
 */
// biome-ignore format: a table is read by its rows
export const frameTypes = {
  login: up(0x01, "充电桩登录认证", "login", "document"),
  loginAnswer: down(0x02, "登录认证应答", "answer to a login", "document"),
  heartbeat: up(0x03, "充电桩心跳", "heartbeat", "document"),
  heartbeatAnswer: down(0x04, "心跳应答", "answer to a heartbeat", "document"),
  tariffCheck: up(0x05, "计费模型验证请求", "asks whether the tariff still holds", "unchecked"),
  tariffCheckAnswer: down(0x06, "计费模型验证应答", "whether the tariff still holds", "unchecked"),
  tariffRequest: up(0x09, "计费模型请求", "asks for the tariff", "unchecked"),
  tariffAnswer: down(0x0a, "计费模型请求应答", "the tariff", "unchecked"),
  readRealtime: down(0x12, "读取实时监测数据", "asks for the state of a gun", "document"),
  realtime: up(0x13, "上传实时监测数据", "state of a gun", "document"),
  bmsHandshake: up(0x15, "充电握手", "what the battery says of itself", "unchecked"),
  bmsConfig: up(0x17, "参数配置", "limits of battery and charger", "unchecked"),
  bmsEnd: up(0x19, "充电结束", "charging has ended: battery's and charger's totals", "unchecked"),
  bmsError: up(0x1b, "错误报文", "time-outs between battery and charger", "unchecked"),
  bmsAbort: up(0x1d, "充电阶段 BMS 中止", "the battery stopped charging", "unchecked"),
  chargerAbort: up(0x21, "充电阶段充电机中止", "the charger stopped charging", "unchecked"),
  bmsDemand: up(0x23, "充电过程 BMS 需求与充电机输出", "what the battery asks for and the charger gives", "unchecked"),
  bmsInfo: up(0x25, "充电过程 BMS 信息", "state of the battery", "unchecked"),
  cardStart: up(0x31, "充电桩主动申请启动充电", "asks to start by card, account or VIN", "unchecked"),
  cardStartAnswer: down(0x32, "运营平台确认启动充电", "whether it may start", "unchecked"),
  remoteStartAnswer: up(0x33, "远程启动充电命令回复", "answer to a start", "unchecked"),
  remoteStart: down(0x34, "运营平台远程控制启机", "start charging", "unchecked"),
  remoteStopAnswer: up(0x35, "远程停机命令回复", "answer to a stop", "unchecked"),
  remoteStop: down(0x36, "运营平台远程停机", "stop charging", "unchecked"),
  transaction: up(0x3b, "交易记录", "transaction record", "unchecked"),
  transactionConfirm: down(0x40, "交易记录确认", "a transaction record was taken", "unchecked"),
  balanceAnswer: up(0x41, "余额更新应答", "answer to a new balance", "unchecked"),
  balance: down(0x42, "远程账户余额更新", "new balance of an account", "unchecked"),
  cardsAnswer: up(0x43, "离线卡数据同步应答", "answer to offline cards", "unchecked"),
  cards: down(0x44, "离线卡数据同步", "offline cards", "unchecked"),
  clearCardsAnswer: up(0x45, "离线卡数据清除应答", "answer to cards being cleared", "unchecked"),
  clearCards: down(0x46, "离线卡数据清除", "clear offline cards", "unchecked"),
  findCardsAnswer: up(0x47, "离线卡数据查询应答", "which cards are stored", "unchecked"),
  findCards: down(0x48, "离线卡数据查询", "asks which cards are stored", "unchecked"),
  workParamsAnswer: up(0x51, "充电桩工作参数设置应答", "answer to working parameters", "unchecked"),
  workParams: down(0x52, "充电桩工作参数设置", "working parameters", "unchecked"),
  setClockAnswer: up(0x55, "对时设置应答", "answer to the time", "unchecked"),
  setClock: down(0x56, "对时设置", "set the clock", "unchecked"),
  setTariffAnswer: up(0x57, "计费模型设置应答", "answer to a tariff", "unchecked"),
  setTariff: down(0x58, "计费模型设置", "set the tariff", "unchecked"),
  lockState: up(0x61, "地锁数据上送", "state of a parking lock", "unchecked"),
  lock: down(0x62, "遥控地锁升锁与降锁", "raise or lower a parking lock", "unchecked"),
  lockAnswer: up(0x63, "充电桩返回地锁数据", "answer to a parking-lock command", "unchecked"),
  rebootAnswer: up(0x91, "远程重启应答", "answer to a reboot", "unchecked"),
  reboot: down(0x92, "远程重启", "reboot", "unchecked"),
  upgradeAnswer: up(0x93, "远程更新应答", "answer to an upgrade", "unchecked"),
  upgrade: down(0x94, "远程更新", "upgrade by FTP", "unchecked"),
  parallelCardStart: up(0xa1, "充电桩主动申请并充充电", "asks to start with two guns", "unchecked", "1.6"),
  parallelCardStartAnswer: down(0xa2, "运营平台确认并充启动", "whether it may start with two guns", "unchecked", "1.6"),
  parallelStartAnswer: up(0xa3, "远程并充启机命令回复", "answer to a start with two guns", "unchecked", "1.6"),
  parallelStart: down(0xa4, "运营平台远程控制并充启机", "start with two guns", "unchecked", "1.6"),
} as const satisfies Readonly<Record<string, FrameType>>;

/** Slug of {@link frameTypes}; the kind of a body. */
export type FrameTypeName = keyof typeof frameTypes;

const commandNames = [
  ...(["readRealtime", "remoteStart", "remoteStop", "balance", "cards", "clearCards", "findCards"] as const),
  ...(["workParams", "setClock", "setTariff", "lock", "reboot", "upgrade", "parallelStart"] as const),
] as const;

/** What the platform can ask of a pile (命令). */
export const commands = Object.fromEntries(commandNames.map((name) => [name, frameTypes[name]])) as {
  readonly [N in (typeof commandNames)[number]]: (typeof frameTypes)[N];
};
