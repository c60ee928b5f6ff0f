import type { Protocol } from "../protocol.ts";
import { answer, answerLogin } from "./answers.ts";
import * as codes from "./codes.ts";
import { cutFrames } from "./cut-frames.ts";
import { dialectOptions, dialects } from "./dialects.ts";
import { decodeFrame, decodeLenient, encodeFrame, type JuyFrame, layoutOf } from "./frame.ts";
import { downFrames, frameParts, upFrames } from "./layouts.ts";
import { normalise } from "./normalise.ts";

const { start, stop, parameters, moreParameters, meter, tariff, moreTariff, upgrade } = codes.commandCodes;

/** JUY 5AA5 e-bike pile protocol (电动自行车充电桩协议), V1.2: everything in one object. */
export const juy = {
  id: "juy",
  zh: "电动自行车充电桩协议(5AA5)",
  en: "E-bike charging pile protocol (5AA5)",
  document: codes.DOCUMENT,
  frameMax: frameParts.max,
  cutFrames,
  decodeFrame,
  decodeLenient,
  encodeFrame,
  normalise,
  layoutOf,
  answer,
  answerLogin,
  commands: { start, stop, parameters, moreParameters, meter, tariff, moreTariff, upgrade },
  dialectOptions,
  dialects,
  tables: [
    { zh: "上行帧", en: "Frame from the device", layout: upFrames.kept.old },
    {
      zh: "上行帧,新格式,85 的数字各 4 字节",
      en: "Frame from the device, new format, numbers of 4 bytes in 85",
      layout: upFrames.u32.new,
    },
    { zh: "下行帧", en: "Frame to the device", layout: downFrames.old },
    { zh: "下行帧,新格式", en: "Frame to the device, new format", layout: downFrames.new },
  ],
  codeTables: [
    { zh: "命令", en: "Command", codes: codes.commandCodes },
    { zh: "登录结果", en: "Result of a login", codes: codes.loginResults },
    { zh: "端口状态", en: "State of a port", codes: codes.portStates },
    { zh: "停止原因", en: "Reason of the end", codes: codes.stopReasons },
  ],
} as const satisfies Protocol<JuyFrame> & Readonly<Record<string, unknown>>;
