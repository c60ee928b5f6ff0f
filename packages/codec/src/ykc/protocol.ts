import { withDecoder } from "@dianan/layout";
import { ykcHotFrame } from "../generated/ykc-hot-frame.ts";
import type { Protocol } from "../protocol.ts";
import * as codes from "./codes.ts";
import { cutFrames } from "./cut-frames.ts";
import { dialectOptions, dialects } from "./dialects.ts";
import { createFrameCodec, type YkcFrame, type YkcHooks } from "./frame.ts";
import { commands, DOCUMENT, frameTypes } from "./frame-types.ts";
import { hotFrame } from "./hot-frame.ts";
import { frame, frameParts, keptFrame } from "./layouts.ts";
import { lenientReading } from "./lenient.ts";
import { normalise } from "./normalise.ts";
import { stopCodes } from "./stop-codes.ts";
import { instantOf, timeOf } from "./time.ts";

const { fast } = withDecoder(hotFrame, ykcHotFrame);
const quickFrame = fast === undefined ? frame : { ...frame, fast };

/**
 * The protocol with a cipher: `createYkc({ decryptBody, encryptBody })` reads and writes enciphered bodies (加密标志 01) as if they
 * were in the clear. Keys are per pile: make one object per pile that has a key, or look the key up by the frame.
 */
export const createYkc = (hooks: YkcHooks) => {
  const codec = createFrameCodec(hooks, quickFrame);
  return {
    id: "ykc",
    zh: "云快充协议 V1.5/V1.6",
    en: "YKC V1.5 and V1.6",
    document: DOCUMENT,
    frameMax: frameParts.max,
    cutFrames,
    ...codec,
    decodeLenient: lenientReading(codec.decodeFrame),
    normalise,
    instantOf,
    timeOf,
    frameTypes,
    stopCodes,
    startFailures: codes.startFailures,
    stopFailures: codes.stopFailures,
    commands,
    dialectOptions,
    dialects,
    tables: [
      { zh: "帧", en: "Frame", layout: quickFrame },
      { zh: "消息体原样保留的帧", en: "Frame whose body is kept", layout: keptFrame },
    ],
    codeTables: [
      { zh: "帧类型", en: "Frame type", codes: frameTypes },
      { zh: "停止原因", en: "Stop code", codes: stopCodes },
      { zh: "硬件故障位", en: "Hardware fault bit", codes: codes.hardwareFaults },
      { zh: "枪状态", en: "State of a gun", codes: codes.gunStates },
      { zh: "心跳状态", en: "State in a heartbeat", codes: codes.heartbeatStates },
      { zh: "枪是否归位", en: "Gun in its holder", codes: codes.homedStates },
      { zh: "桩类型", en: "Pile type", codes: codes.pileTypes },
      { zh: "费率", en: "Tariff period", codes: codes.tariffPeriods },
      { zh: "交易标识", en: "How charging was started", codes: codes.startModes },
      { zh: "启动失败原因", en: "Why a start was not made", codes: codes.startFailures },
      { zh: "停机失败原因", en: "Why a stop was not made", codes: codes.stopFailures },
      { zh: "升级状态", en: "Outcome of an upgrade", codes: codes.upgradeStates },
      { zh: "车位锁状态", en: "Position of a parking lock", codes: codes.lockPositions },
    ],
  } as const satisfies Protocol<YkcFrame> & Readonly<Record<string, unknown>>;
};

/** 云快充 V1.5/V1.6, charging pile to platform: everything in one object. Enciphered bodies are kept: {@link createYkc}. */
export const ykc = createYkc({});
