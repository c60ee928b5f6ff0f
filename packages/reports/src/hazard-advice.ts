import type { AlarmType, Words } from "@dianan/model";

/**
 * What a kind of hazard (隐患) may come from, and what to do about it. Texts of our own from general practice of electrical safety: to
 * be reviewed by a licensed electrician (持证电工) before they are relied upon. None of them has anybody touch live parts, raise a set
 * point, bridge a protector or reset again and again.
 */
export type HazardAdvice = { readonly causes: Words; readonly advice: Words };

const row = (causesZh: string, causesEn: string, adviceZh: string, adviceEn: string): HazardAdvice => ({
  causes: { zh: causesZh, en: causesEn },
  advice: { zh: adviceZh, en: adviceEn },
});

export const hazardAdvice = {
  residualCurrent: row(
    "可能为线路绝缘老化或受潮、用电设备漏电、中性线与保护线混接、多路正常泄漏叠加。",
    "Possibly aged or wet insulation, a leaking appliance, neutral mixed with protective earth, or normal leakage of many circuits adding up.",
    "由持证电工停电、验电后分回路查找,先查潮湿处、电热设备和中性线接线,并测绝缘电阻;查明前停用可疑设备。不得拆除、短接监控装置或漏电保护器。",
    "A licensed electrician isolates, proves dead and tests circuit by circuit, wet places, heaters and neutral wiring first, and measures the insulation. Keep suspect equipment off until then. Never remove or bypass the monitor or an RCD.",
  ),
  temperature: row(
    "可能为端子松动或氧化、负荷过大、导线截面偏小、散热不良。",
    "Possibly a loose or oxidised joint, too much load, too thin a conductor or heat that cannot leave.",
    "先减少负荷;温度继续上升或有异味时断电并离开。停电后检查端子、核对截面与电流,恢复后复测温度,清除附近可燃物。",
    "Reduce the load first; if it still rises or smells, cut the power and keep away. With the power off check joints and compare size with current, measure again afterwards, and remove what can burn nearby.",
  ),
  current: row(
    "可能为多台大功率设备同时使用、私拉乱接、电动机堵转。",
    "Possibly many large loads at once, wiring added without permission, or a stalled motor.",
    "停用不必要的大功率设备,拆除私拉线路;核算负荷后错峰使用或申请增容。不得用更大的保护开关代替整改。",
    "Stop large loads that are not needed and take out unauthorised wiring; calculate the load, then spread it or ask for more capacity. A larger breaker is no remedy.",
  ),
  shortCircuit: row(
    "可能为绝缘击穿、接线错误、用电设备内部短路。",
    "Possibly broken-down insulation, wrong wiring or a short circuit inside an appliance.",
    "查明原因前不得强行合闸;断开下级回路逐路测绝缘,更换损坏的线缆或设备后再送电。",
    "Do not close the breaker before the cause is known; open the circuits below, test each, replace what is damaged, then restore the supply.",
  ),
  arc: row(
    "可能为接触不良、线缆受压或破损、插座老化。",
    "Possibly a bad contact, a crushed or damaged cable or a worn socket.",
    "立即停用该回路并派人看守,检查插头插座、接线盒和受压线缆;修复后继续观察 24 小时。",
    "Take the circuit out of use at once and have somebody watch it; check plugs, sockets, boxes and crushed cables; observe for 24 hours after the repair.",
  ),
  voltage: row(
    "可能为中性线断开或虚接、三相不平衡、供电电压异常。",
    "Possibly an open or loose neutral, unbalanced phases or an abnormal supply.",
    "先关闭贵重和敏感设备,停用电动机;检查进线端子、熔断器和中性线;属供电侧原因时联系供电企业。",
    "Switch off valuable and sensitive equipment and stop motors; check incoming terminals, fuses and the neutral; if it is the supply, call the utility.",
  ),
  smoke: row(
    "可能为初起火灾、过热,也可能为粉尘或水汽误报。",
    "Possibly the beginning of a fire or overheating, also dust or steam.",
    "立即派人到现场核实,不冒险进入;有火情拨打 119 并疏散人员。确认误报后清洁探测器并记录原因。",
    "Send somebody to look at once without taking risks; if there is a fire call 119 and evacuate. If it was false, clean the detector and record why.",
  ),
  insulation: row(
    "可能为受潮、老化或机械损伤。",
    "Possibly moisture, age or mechanical damage.",
    "停电测量绝缘电阻并与上次比较,更换老化线缆,做好防水、防鼠。",
    "Measure the insulation with the power off and compare it with the last time; replace aged cable and keep out water and rodents.",
  ),
  staticElectricity: row(
    "可能为接地不良、空气干燥或摩擦工序。",
    "Possibly poor earthing, dry air or friction in the process.",
    "检查静电接地和人体释放装置,控制湿度,清理可燃粉尘;恢复正常前停止易燃作业。",
    "Check earthing and bonding, keep the humidity, remove dust that can burn, and stop flammable work until it is normal.",
  ),
  sensor: row(
    "可能为传感器断线、短路、松脱、污染或到寿。",
    "Possibly a sensor that is open, shorted, loose, dirty or at the end of its life.",
    "该部位视为无监测:尽快修复或更换,期间增加人工巡查并记录。",
    "Treat the spot as unmonitored: repair or replace soon, patrol it meanwhile and keep a record.",
  ),
  offline: row(
    "可能为停电、信号弱、流量卡到期、设备被移动或损坏。",
    "Possibly no power, a weak signal, an expired SIM card, or a device that was moved or damaged.",
    "核对现场供电、信号和流量卡;未经登记不得移动或拆除设备;恢复前加强人工巡查。",
    "Check power, signal and SIM card on site; no device is moved or removed without being recorded; patrol until it is back.",
  ),
  chargingOff: row(
    "可能为电池或充电器异常、过流、过温、插头松动。",
    "Possibly a bad battery or charger, too much current, heat or a loose plug.",
    "停用相关电池和充电器并送检;检查该端口触点和线缆,反复发生时停用并更换。",
    "Take the battery and charger out of use and have them checked; inspect contacts and cable of the port, and replace it if it happens again.",
  ),
  chargingPort: row(
    "可能为继电器触点粘连、接触不良或保险丝熔断。",
    "Possibly welded relay contacts, a bad contact or a blown fuse.",
    "断开上级电源、挂停用标识;更换后试验拔出断电和充满断电,合格再启用。",
    "Cut the upstream power and tag it out of use; after the replacement test power-off on unplugging and on full charge before it is used again.",
  ),
  water: row(
    "可能为进水、非法开启或灭火装置因真实火情启动。",
    "Possibly water, tampering, or an extinguisher set off by a real fire.",
    "有水时先断上级电源再靠近;灭火装置启动时按火情处置。",
    "With water cut the upstream power before coming near; an extinguisher that has started is treated as a fire.",
  ),
  power: row(
    "可能为供电中断、保护动作或电池耗尽。",
    "Possibly an interrupted supply, a protection that acted, or an empty battery.",
    "核实停电原因,查明保护动作原因后再送电;更换失效电池。",
    "Find out why the power is off, know why the protection acted before restoring it, and replace a failed battery.",
  ),
  other: row(
    "原因待现场查明。",
    "The cause is to be found on site.",
    "由运维机构派员到现场检查,记录原因和处理结果。",
    "The operator sends somebody to look, and records the cause and what was done.",
  ),
} as const satisfies { readonly [id: string]: HazardAdvice };

export type HazardKind = keyof typeof hazardAdvice;

const kinds: { readonly [T in AlarmType]?: HazardKind } = {
  ...{ residualCurrentOver: "residualCurrent", residualCurrentHigh: "residualCurrent" },
  ...{ temperatureOver: "temperature", temperatureHigh: "temperature" },
  ...{ overCurrent: "current", overloadHigh: "current", shortCircuit: "shortCircuit", tripped: "shortCircuit" },
  ...{ arcDetected: "arc", arcFrequent: "arc", contactBad: "arc" },
  ...{ overVoltage: "voltage", underVoltage: "voltage", voltageHigh: "voltage", voltageLow: "voltage" },
  ...{ phaseLoss: "voltage", phaseSequence: "voltage", neutralLoss: "voltage" },
  ...{ smokeAlarm: "smoke", pyrolysisParticle: "smoke", fireAlarm: "smoke" },
  ...{ insulationLow: "insulation", insulationFalling: "insulation" },
  ...{ staticElectricity: "staticElectricity", staticHigh: "staticElectricity" },
  ...{
    sensorOpen: "sensor",
    sensorShort: "sensor",
    sensorFault: "sensor",
    contaminated: "sensor",
    lifeExpired: "sensor",
  },
  ...{ deviceFault: "sensor", memoryFault: "sensor", removed: "offline" },
  ...{ offline: "offline", commFault: "offline", dataMissing: "offline" },
  ...{
    chargeAbnormalOff: "chargingOff",
    standbyLive: "chargingPort",
    relayWelded: "chargingPort",
    fuseBlown: "chargingPort",
  },
  ...{ waterImmersion: "water", doorForced: "water", extinguisherTriggered: "water" },
  ...{ powerOutage: "power", mainsSupplyFault: "power", backupSupplyFault: "power", lowBattery: "power" },
};

/** What is said about an alarm of a type (整改建议), EF-4.3; of an unknown type only what holds for any. */
export const adviceFor = (type: string): HazardAdvice =>
  hazardAdvice[(Object.hasOwn(kinds, type) ? kinds[type as AlarmType] : undefined) ?? "other"];
