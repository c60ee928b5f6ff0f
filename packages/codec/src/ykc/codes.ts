import type { Code } from "@dianan/layout";

/** What a pile is (桩类型). */
export const pileTypes = {
  dc: { code: 0, zh: "直流桩", en: "direct current" },
  ac: { code: 1, zh: "交流桩", en: "alternating current" },
} as const satisfies Readonly<Record<string, Code>>;

/** Outcome of most answers of the platform (应答结果). */
export const successFirst = {
  done: { code: 0, zh: "成功", en: "done" },
  failed: { code: 1, zh: "失败", en: "failed" },
} as const satisfies Readonly<Record<string, Code>>;

/** Outcome of most answers of the pile (执行结果). */
export const failureFirst = {
  failed: { code: 0, zh: "失败", en: "failed" },
  done: { code: 1, zh: "成功", en: "done" },
} as const satisfies Readonly<Record<string, Code>>;

/** State in a heartbeat (枪状态). */
export const heartbeatStates = {
  normal: { code: 0, zh: "正常", en: "normal" },
  fault: { code: 1, zh: "故障", en: "fault" },
} as const satisfies Readonly<Record<string, Code>>;

/** State of a gun (状态). */
export const gunStates = {
  offline: { code: 0, zh: "离线", en: "offline" },
  fault: { code: 1, zh: "故障", en: "fault" },
  idle: { code: 2, zh: "空闲", en: "idle" },
  charging: { code: 3, zh: "充电", en: "charging" },
} as const satisfies Readonly<Record<string, Code>>;

/** Whether the gun hangs in its holder (枪是否归位). */
export const homedStates = {
  no: { code: 0, zh: "否", en: "no" },
  yes: { code: 1, zh: "是", en: "yes" },
  unknown: { code: 2, zh: "未知", en: "cannot be told" },
} as const satisfies Readonly<Record<string, Code>>;

/** Whether the gun is plugged in (是否插枪). */
export const pluggedStates = {
  no: { code: 0, zh: "否", en: "no" },
  yes: { code: 1, zh: "是", en: "yes" },
} as const satisfies Readonly<Record<string, Code>>;

/** Tariff periods (费率) of the 48 half-hours. */
export const tariffPeriods = {
  sharp: { code: 0, zh: "尖费率", en: "sharp" },
  peak: { code: 1, zh: "峰费率", en: "peak" },
  flat: { code: 2, zh: "平费率", en: "flat" },
  valley: { code: 3, zh: "谷费率", en: "valley" },
} as const satisfies Readonly<Record<string, Code>>;

/** Whether the tariff still holds (验证结果). */
export const tariffChecks = {
  same: { code: 0, zh: "一致", en: "it holds" },
  differs: { code: 1, zh: "不一致", en: "it does not hold" },
} as const satisfies Readonly<Record<string, Code>>;

/** What a pile may do (是否允许工作). */
export const workPermits = {
  allowed: { code: 0, zh: "允许正常工作", en: "may work" },
  stopped: { code: 1, zh: "停止使用,锁定充电桩", en: "out of use" },
} as const satisfies Readonly<Record<string, Code>>;

/** Why a start was not made (启动失败原因). */
export const startFailures = {
  none: { code: 0, zh: "无", en: "none" },
  wrongPile: { code: 1, zh: "设备编号不匹配", en: "another pile" },
  charging: { code: 2, zh: "枪已在充电", en: "already charging" },
  fault: { code: 3, zh: "设备故障", en: "fault" },
  offline: { code: 4, zh: "设备离线", en: "offline" },
  unplugged: { code: 5, zh: "未插枪", en: "not plugged in" },
} as const satisfies Readonly<Record<string, Code>>;

/** Why a stop was not made (停机失败原因). */
export const stopFailures = {
  none: { code: 0, zh: "无", en: "none" },
  wrongPile: { code: 1, zh: "设备编号不匹配", en: "another pile" },
  notCharging: { code: 2, zh: "枪未处于充电状态", en: "not charging" },
  other: { code: 3, zh: "其他", en: "other" },
} as const satisfies Readonly<Record<string, Code>>;

/** Outcome of an upgrade (升级状态). */
export const upgradeStates = {
  done: { code: 0, zh: "成功", en: "done" },
  wrongPile: { code: 1, zh: "编号错误", en: "another pile" },
  wrongModel: { code: 2, zh: "程序与桩型号不符", en: "firmware of another model" },
  timeout: { code: 3, zh: "下载更新文件超时", en: "the download took too long" },
} as const satisfies Readonly<Record<string, Code>>;

/** Where a parking lock stands (车位锁状态); the commands raise and lower have the same numbers. */
export const lockPositions = {
  between: { code: 0x00, zh: "未到位", en: "in between" },
  raised: { code: 0x55, zh: "升锁", en: "raised" },
  lowered: { code: 0xff, zh: "降锁", en: "lowered" },
} as const satisfies Readonly<Record<string, Code>>;

/** Whether a transaction record was taken (确认结果). */
export const confirmations = {
  done: { code: 0, zh: "上传成功", en: "taken" },
  illegal: { code: 1, zh: "非法账单", en: "not a lawful bill" },
} as const satisfies Readonly<Record<string, Code>>;

/** How charging was started (交易标识). */
export const startModes = {
  app: { code: 1, zh: "app 启动", en: "by app" },
  card: { code: 2, zh: "卡启动", en: "by card" },
  offlineCard: { code: 4, zh: "离线卡启动", en: "by offline card" },
  vin: { code: 5, zh: "VIN 码启动", en: "by VIN" },
} as const satisfies Readonly<Record<string, Code>>;

/** Hardware fault bits (硬件故障) of a gun's state; the document counts them from 1, this table from 0. */
// biome-ignore format: a table is read by its rows
export const hardwareFaults = {
  emergencyStop: { code: 0, zh: "急停按钮动作故障", en: "emergency stop pressed" },
  noRectifier: { code: 1, zh: "无可用整流模块", en: "no rectifier module" },
  outletTemperature: { code: 2, zh: "出风口温度过高", en: "air outlet too hot" },
  surgeProtector: { code: 3, zh: "交流防雷故障", en: "surge protector" },
  moduleComm: { code: 4, zh: "交直流模块 DC20 通信中断", en: "module DC20 does not answer" },
  insulationComm: { code: 5, zh: "绝缘检测模块通信中断", en: "insulation module does not answer" },
  meterComm: { code: 6, zh: "电度表通信中断", en: "meter does not answer" },
  cardReaderComm: { code: 7, zh: "读卡器通信中断", en: "card reader does not answer" },
  controllerComm: { code: 8, zh: "RC10 通信中断", en: "RC10 does not answer" },
  fanBoard: { code: 9, zh: "风扇调速板故障", en: "fan board" },
  dcFuse: { code: 10, zh: "直流熔断器故障", en: "direct-current fuse" },
  contactor: { code: 11, zh: "高压接触器故障", en: "contactor" },
  doorOpen: { code: 12, zh: "门打开", en: "door open" },
} as const satisfies Readonly<Record<string, Code>>;
