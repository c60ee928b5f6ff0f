import { withDecoder } from "@dianan/layout";
import { bkvUpFrame } from "../generated/bkv-up-frame.ts";
import type { Protocol } from "../protocol.ts";
import * as codes from "./codes.ts";
import { cutFrames } from "./cut-frames.ts";
import { dialectOptions, dialects } from "./dialects.ts";
import { type BkvFrame, createFrameCodec } from "./frame.ts";
import { downFrame, frameParts, upFrame } from "./layouts.ts";
import { normalise } from "./normalise.ts";
import { instantOf, timeOf } from "./time.ts";

const { frameCommands, directControls, subCommands } = codes;

/** What the platform can ask of a gateway (命令): sub-commands of a container, direct controls, and commands of a frame. */
const commands = {
  control: subCommands.control,
  setParams: subCommands.setParams,
  readParams: subCommands.readParams,
  start: directControls.start,
  startByPower: directControls.startByPower,
  balance: directControls.balance,
  silence: directControls.silence,
  networkList: frameCommands.networkList,
  ota: frameCommands.ota,
} as const;

const quickUpFrame = withDecoder(upFrame, bkvUpFrame);

/** BKV 组网版 V1.7, gateway of charging sockets to platform: everything in one object. */
export const bkv = {
  id: "bkv",
  zh: "BKV 组网版充电插座协议",
  en: "BKV networked charging sockets",
  document: codes.DOCUMENT,
  frameMax: frameParts.max,
  cutFrames,
  ...createFrameCodec(quickUpFrame),
  normalise,
  instantOf,
  timeOf,
  tags: codes.tags,
  subCommands,
  commands,
  dialectOptions,
  dialects,
  tables: [
    { zh: "上行帧", en: "Frame from the gateway", layout: quickUpFrame },
    { zh: "下行帧", en: "Frame from the platform", layout: downFrame },
  ],
  codeTables: [
    { zh: "命令", en: "Command", codes: frameCommands },
    { zh: "控制命令字", en: "Direct control", codes: directControls },
    { zh: "子命令", en: "Sub-command", codes: subCommands },
    { zh: "标签", en: "Tag", codes: codes.tags },
    { zh: "结束原因", en: "Reason of the end", codes: codes.endReasons },
    { zh: "包类型", en: "Packet type", codes: codes.packetTypes },
  ],
} as const satisfies Protocol<BkvFrame> & Readonly<Record<string, unknown>>;
