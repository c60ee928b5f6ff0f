export type { DecodeError, KeptTimeLabel, Result, TimeLabel } from "@dianan/layout";
export type { ComponentAnalog } from "./gb26875/component-analog.ts";
export type { ComponentStatus } from "./gb26875/component-status.ts";
export type { Cut, SkippedRun } from "./gb26875/cut-frames.ts";
export type { Direction, Frame } from "./gb26875/frame.ts";
export type { Message } from "./gb26875/message.ts";
export type { NormaliseContext } from "./gb26875/normalise.ts";
export { gb26875 } from "./gb26875/protocol.ts";
export type { SystemStatus } from "./gb26875/system-status.ts";
