export { cutFrames } from "../modbus/tcp-cut-frames.ts";
export { decodeFrame, encodeFrame, type ModbusTcpFrame } from "../modbus/tcp-frame.ts";
export type { FrameContext } from "../protocol.ts";
export type { Cut } from "../stream-cutter.ts";
