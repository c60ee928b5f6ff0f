import type { Code } from "@dianan/layout";
import type { GbDialect } from "./dialect.ts";

/** Command bytes (命令字节), GB/T 26875.3-2011 table 2. 0 and 7-127 are reserved, 128-255 user-defined. */
// biome-ignore format: a table is read by its rows
export const commands = {
  control: { code: 1, zh: "控制命令", en: "control", clause: "GB/T 26875.3-2011 table 2" },
  sendData: { code: 2, zh: "发送数据", en: "send data", clause: "GB/T 26875.3-2011 table 2" },
  confirm: { code: 3, zh: "确认", en: "confirm", clause: "GB/T 26875.3-2011 table 2" },
  request: { code: 4, zh: "请求", en: "request", clause: "GB/T 26875.3-2011 table 2" },
  reply: { code: 5, zh: "应答", en: "reply", clause: "GB/T 26875.3-2011 table 2" },
  deny: { code: 6, zh: "否认", en: "deny", clause: "GB/T 26875.3-2011 table 2" },
} as const satisfies Readonly<Record<string, Code>>;

/** Commands from here on are the user's own (用户自行定义). */
export const FIRST_USER_COMMAND = 128;
/** Reserved commands that dialects use. */
const REGISTER = 0;
const HEARTBEAT = 7;

const standardCommands = new Set<number>(Object.values(commands).map(({ code }) => code));

/** Whether a command below 128 is one that a dialect has. Any other is an error, §6.5.3. */
export const isKnownCommand = (command: number, { registration, heartbeatCommand }: GbDialect): boolean =>
  standardCommands.has(command) ||
  (command === REGISTER && registration) ||
  (command === HEARTBEAT && heartbeatCommand);
