import type { Protocol } from "../protocol.ts";
import { freshnessOf, isAuthentic, sealFrame } from "./authentic.ts";
import * as codes from "./codes.ts";
import { cutFrames } from "./cut-frames.ts";
import { type DiananFrame, decodeFrame, encodeFrame, frameParts, layoutOf, plainFrame, securedFrame } from "./frame.ts";
import { normalise } from "./normalise.ts";
import { componentOf, placeByte, placeOf } from "./places.ts";
import { instantOf, secondsOf } from "./time.ts";

const commandNames = [
  "report",
  "setClock",
  "setThreshold",
  "switch",
  "startCharge",
  "stopCharge",
  "act",
  "setPeriod",
] as const;
const commands = Object.fromEntries(commandNames.map((name) => [name, codes.recordTags[name]])) as {
  readonly [N in (typeof commandNames)[number]]: (typeof codes.recordTags)[N];
};

/** DianAn's own open device protocol (电安开放设备协议): everything in one object. Specification: specs/device/dianan. */
export const dianan = {
  id: "dianan",
  zh: "电安开放设备协议",
  en: "DianAn open device protocol",
  document: codes.DOCUMENT,
  frameMax: frameParts.max,
  cutFrames,
  decodeFrame,
  encodeFrame,
  normalise,
  layoutOf,
  sealFrame,
  isAuthentic,
  freshnessOf,
  placeOf,
  placeByte,
  componentOf,
  instantOf,
  secondsOf,
  commands,
  outcomes: codes.outcomes,
  confirmations: codes.confirmations,
  actions: codes.actions,
  switchPositions: codes.switchPositions,
  dialectOptions: {},
  dialects: {},
  tables: [
    { zh: "帧", en: "Frame", layout: plainFrame },
    { zh: "带认证码的帧", en: "Frame with an authentication code", layout: securedFrame },
  ],
  codeTables: [
    { zh: "记录标签", en: "Record tag", codes: codes.recordTags },
    { zh: "部位", en: "Place", codes: codes.placeKinds },
    { zh: "设备标识", en: "Identity", codes: codes.identityFacts },
    { zh: "报警状态", en: "State of an alarm", codes: codes.alarmStates },
    { zh: "充电阶段", en: "Phase of a session", codes: codes.sessionPhases },
    { zh: "命令结果", en: "Outcome of a command", codes: codes.outcomes },
    { zh: "确认结果", en: "Outcome of a frame", codes: codes.confirmations },
    { zh: "设备请求", en: "What a device asks for", codes: codes.needs },
    { zh: "动作", en: "Action", codes: codes.actions },
    { zh: "开关位置", en: "Switch position", codes: codes.switchPositions },
  ],
} as const satisfies Protocol<DiananFrame> & Readonly<Record<string, unknown>>;
