export { cutFrames } from "../ap3000/cut-frames.ts";
export { type Ap3000Frame, decodeFrame, encodeFrame } from "../ap3000/frame.ts";
export type { FrameContext } from "../protocol.ts";
export type { Cut } from "../stream-cutter.ts";
