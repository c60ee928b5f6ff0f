import type { Protocol } from "../protocol.ts";
import { analogTypes } from "./analog-types.ts";
import { confirm, deny, denyBroken } from "./answers.ts";
import { commands } from "./commands.ts";
import { componentTypes } from "./component-types.ts";
import { cutFrames } from "./cut-frames.ts";
import { decodeFrame, encodeFrame, type Frame, frameParts, layoutOf, packet } from "./frame.ts";
import { componentKey, normalise } from "./normalise.ts";
import { systemTypes } from "./system-types.ts";
import { instantOf, timeLabelOf } from "./time.ts";
import { typeFlags } from "./type-flags.ts";

/** GB/T 26875.3-2011, alarm transmission network protocol (报警传输网络通信协议): everything in one object. */
export const gb26875 = {
  id: "gb26875",
  zh: "报警传输网络通信协议",
  en: "Alarm transmission network protocol",
  document: "GB/T 26875.3-2011",
  frameMax: frameParts.max,
  cutFrames,
  decodeFrame,
  encodeFrame,
  /** The table of a packet: for documents, viewers and generators. */
  layout: packet,
  layoutOf,
  confirm,
  deny,
  denyBroken,
  normalise,
  componentKey,
  instantOf,
  timeLabelOf,
  systemTypes,
  componentTypes,
  commands,
  typeFlags,
  analogTypes,
  dialectOptions: {},
  dialects: {},
  tables: [{ zh: "数据包", en: "Packet", layout: packet }],
  codeTables: [
    { zh: "命令字节", en: "Command byte", codes: commands },
    { zh: "类型标志", en: "Type flag", codes: typeFlags },
    { zh: "系统类型", en: "System type", codes: systemTypes },
    { zh: "部件类型", en: "Component type", codes: componentTypes },
    { zh: "模拟量类型", en: "Analog type", codes: analogTypes },
  ],
} as const satisfies Protocol<Frame> & Readonly<Record<string, unknown>>;
