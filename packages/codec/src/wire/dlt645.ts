export { cutFrames } from "../dlt645/cut-frames.ts";
export { type Dlt645Frame, decodeFrame, encodeFrame } from "../dlt645/frame.ts";
export type { FrameContext } from "../protocol.ts";
export type { Cut } from "../stream-cutter.ts";
