import type { Protocol } from "../protocol.ts";
import * as codes from "./codes.ts";
import { cutFrames } from "./cut-frames.ts";
import { dataIdentifiers } from "./data-items.ts";
import { dialectOptions, dialects } from "./dialects.ts";
import { followingRequest, joinAnswers, readRequest } from "./follow-up.ts";
import { type Dlt645Frame, decodeFrame, decodeLenient, encodeFrame, frame, frameParts, layoutOf } from "./frame.ts";
import { measuredItems } from "./measured-items.ts";
import { normalise, normaliseData } from "./normalise.ts";
import { alarmTimes, protectorControl } from "./protector.ts";

/** DL/T 645-2007, communication protocol of multi-function meters (多功能电能表通信协议): everything in one object. */
export const dlt645 = {
  id: "dlt645",
  zh: "多功能电能表通信协议",
  en: "Communication protocol of multi-function meters",
  document: codes.DOCUMENT,
  frameMax: frameParts.max,
  cutFrames,
  decodeFrame,
  decodeLenient,
  encodeFrame,
  normalise,
  layoutOf,
  readRequest,
  followingRequest,
  joinAnswers,
  normaliseData,
  dataIdentifiers,
  measuredItems,
  protectorControl,
  commands: codes.commands,
  dialectOptions,
  dialects,
  tables: [
    { zh: "帧", en: "Frame", layout: frame },
    { zh: "剩余电流动作保护器控制字", en: "Control word of residual-current protectors", layout: protectorControl },
  ],
  codeTables: [
    { zh: "功能码", en: "Function", codes: codes.commands },
    { zh: "控制码", en: "Control code", codes: codes.controlCodes },
    { zh: "数据标识", en: "Data identifier", codes: dataIdentifiers },
    { zh: "错误信息字的位", en: "Bits of the error word", codes: codes.errorBits },
    { zh: "控制命令类型", en: "Action of the control command", codes: codes.controlActions },
    { zh: "输出信号", en: "Output signal", codes: codes.outputSignals },
    { zh: "保护器报警时间", en: "Alarm time of a protector", codes: alarmTimes },
  ],
} as const satisfies Protocol<Dlt645Frame> & Readonly<Record<string, unknown>>;
