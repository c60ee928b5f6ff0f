import type { Protocol } from "../protocol.ts";
import { answer, answerTime } from "./answers.ts";
import * as codes from "./codes.ts";
import { cutFrames } from "./cut-frames.ts";
import { dialectOptions, dialects } from "./dialects.ts";
import {
  type Ap3000Frame,
  decodeFrame,
  decodeLenient,
  downFrame,
  encodeFrame,
  frameParts,
  layoutOf,
  upFrame,
} from "./frame.ts";
import { normalise } from "./normalise.ts";
import { deviceOf, physicalIdOf, physicalIdText } from "./physical-id.ts";
import { recogniseSkipped } from "./skipped.ts";

const { query, startStop, setThresholds, setMoreThresholds, setLimits, reboot, changeDuration, locate } =
  codes.commandCodes;

/** AP3000 "DNY" e-bike pile protocol (电动自行车充电桩协议), V8.6 and its host document: everything in one object. */
export const ap3000 = {
  id: "ap3000",
  zh: "电动自行车充电桩协议(DNY)",
  en: "E-bike charging pile protocol (DNY)",
  document: codes.DOCUMENT,
  frameMax: frameParts.max,
  cutFrames,
  decodeFrame,
  decodeLenient,
  encodeFrame,
  normalise,
  layoutOf,
  recogniseSkipped,
  answer,
  answerTime,
  physicalIdOf,
  physicalIdText,
  deviceOf,
  startResults: codes.startResults,
  commands: { query, startStop, setThresholds, setMoreThresholds, setLimits, reboot, changeDuration, locate },
  dialectOptions,
  dialects,
  tables: [
    { zh: "上行帧", en: "Frame from the device", layout: upFrame },
    { zh: "下行帧", en: "Frame to the device", layout: downFrame },
  ],
  codeTables: [
    { zh: "命令", en: "Command", codes: codes.commandCodes },
    { zh: "识别码", en: "Recognition code", codes: codes.recognitionCodes },
    { zh: "端口状态", en: "State of a port", codes: codes.portStates },
    { zh: "停止原因", en: "Reason of the end", codes: codes.stopReasons },
    { zh: "启停结果", en: "Result of starting or stopping", codes: codes.startResults },
    { zh: "报警类型", en: "Kind of alarm", codes: codes.pushedAlarms },
    { zh: "启停动作", en: "Action", codes: codes.chargeActions },
  ],
} as const satisfies Protocol<Ap3000Frame> & Readonly<Record<string, unknown>>;
