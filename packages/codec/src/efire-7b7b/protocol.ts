import type { Protocol } from "../protocol.ts";
import { DOCUMENT, uplinks } from "./codes.ts";
import { cutFrames } from "./cut-frames.ts";
import { dialectOptions, dialects } from "./dialects.ts";
import {
  decodeFrame,
  decodeLenient,
  type EfireFrame,
  encodeFrame,
  envelope,
  frameParts,
  layoutOf,
  plainFrame,
} from "./frame.ts";
import { normalise } from "./normalise.ts";

/** Uplink of 4G and NB-IoT combined electrical-fire detectors, marked 7B 7B (无线组合式电气火灾监控探测器上行报文). */
export const efire7b7b = {
  id: "efire-7b7b",
  zh: "无线组合式电气火灾监控探测器上行报文(7B7B)",
  en: "Uplink of wireless combined electrical-fire detectors (7B7B)",
  document: DOCUMENT,
  frameMax: frameParts.max,
  cutFrames,
  decodeFrame,
  decodeLenient,
  encodeFrame,
  normalise,
  layoutOf,
  /** What can be asked of a detector is not published. */ commands: {},
  dialectOptions,
  dialects,
  tables: [
    { zh: "帧", en: "Frame", layout: plainFrame },
    { zh: "外层", en: "Envelope", layout: envelope },
  ],
  codeTables: [{ zh: "命令码", en: "Command", codes: uplinks }],
} as const satisfies Protocol<EfireFrame> & Readonly<Record<string, unknown>>;
