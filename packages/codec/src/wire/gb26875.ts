export { cutFrames } from "../gb26875/cut-frames.ts";
export { decodeFrame, encodeFrame, type Frame, layoutOf } from "../gb26875/frame.ts";
export type { FrameContext } from "../protocol.ts";
export type { Cut } from "../stream-cutter.ts";
