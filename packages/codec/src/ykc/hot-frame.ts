import { struct, union } from "@dianan/layout";
import { chargeBodies } from "./charge-bodies.ts";
import { crc, FRAME, framing } from "./layouts.ts";
import { loginBodies } from "./login-bodies.ts";

const { heartbeat, realtime } = loginBodies;
const { transaction } = chargeBodies;

/** The frames that piles send again and again: what a written decoder is worth. It leaves the others to the whole table. */
export const hotFrame = struct(FRAME, {
  ...framing,
  body: union("type", { heartbeat, realtime, transaction }, { unknown: null }),
  crc,
});
