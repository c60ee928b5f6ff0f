import { analogTypes } from "./analog-types.ts";
import { confirm, deny, denyBroken } from "./answers.ts";
import { commands } from "./commands.ts";
import { componentTypes } from "./component-types.ts";
import { cutFrames } from "./cut-frames.ts";
import { decodeFrame, encodeFrame, layoutOf, packet } from "./frame.ts";
import { componentKey, normalise } from "./normalise.ts";
import { systemTypes } from "./system-types.ts";
import { instantOf, timeLabelOf } from "./time.ts";
import { typeFlags } from "./type-flags.ts";

/** GB/T 26875.3-2011, alarm transmission network protocol (报警传输网络通信协议): everything in one object. */
export const gb26875 = {
  id: "gb26875",
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
} as const;
