import type { Code } from "@dianan/layout";

/** What every clause of both protocols begins with. */
export const DOCUMENT = "MODBUS";
/** Section of the application protocol (应用协议), which both transports share. */
export const applicationClause = (section: string): string => `${DOCUMENT} V1.1b3 §${section}`;
/** Section of the serial line document (串行链路). */
export const serialClause = (section: string): string => `${DOCUMENT} Serial Line V1.02 §${section}`;
/** Section of the TCP document. */
export const tcpClause = (section: string): string => `${DOCUMENT} TCP V1.0b §${section}`;

/** Functions (功能码) whose data are opened here, in both directions. */
// biome-ignore format: a table is read by its rows
export const functions = {
  readCoils: { code: 1, zh: "读线圈", en: "read coils", clause: "MODBUS V1.1b3 §6.1" },
  readDiscreteInputs: { code: 2, zh: "读离散输入", en: "read discrete inputs", clause: "MODBUS V1.1b3 §6.2" },
  readHoldingRegisters: { code: 3, zh: "读保持寄存器", en: "read holding registers", clause: "MODBUS V1.1b3 §6.3" },
  readInputRegisters: { code: 4, zh: "读输入寄存器", en: "read input registers", clause: "MODBUS V1.1b3 §6.4" },
  writeCoil: { code: 5, zh: "写单个线圈", en: "write one coil", clause: "MODBUS V1.1b3 §6.5" },
  writeRegister: { code: 6, zh: "写单个寄存器", en: "write one register", clause: "MODBUS V1.1b3 §6.6" },
  writeCoils: { code: 15, zh: "写多个线圈", en: "write coils", clause: "MODBUS V1.1b3 §6.11" },
  writeRegisters: { code: 16, zh: "写多个寄存器", en: "write registers", clause: "MODBUS V1.1b3 §6.12" },
} as const satisfies Readonly<Record<string, Code>>;
/** Slug of {@link functions}. */
export type ModbusFunction = keyof typeof functions;

/** An exception answer has the function that failed, with its highest bit set. */
export const EXCEPTION_BIT = 0x80;

/** Function bytes of exception answers (异常应答). */
export const exceptionFunctions: Readonly<Record<string, Code>> = Object.fromEntries(
  Object.entries(functions).map(([slug, { code, zh, en }]) => [
    `${slug}Exception`,
    { code: code + EXCEPTION_BIT, zh: `${zh}:异常`, en: `${en}: exception`, clause: applicationClause("7") },
  ]),
);

/** Exception codes (异常码). Others are kept as numbers. */
// biome-ignore format: a table is read by its rows
export const exceptions = {
  illegalFunction: { code: 1, zh: "非法功能", en: "illegal function", clause: "MODBUS V1.1b3 §7" },
  illegalAddress: { code: 2, zh: "非法数据地址", en: "illegal data address", clause: "MODBUS V1.1b3 §7" },
  illegalValue: { code: 3, zh: "非法数据值", en: "illegal data value", clause: "MODBUS V1.1b3 §7" },
  deviceFailure: { code: 4, zh: "从站设备故障", en: "device failure", clause: "MODBUS V1.1b3 §7" },
  acknowledge: { code: 5, zh: "已接受,处理中", en: "accepted, being processed", clause: "MODBUS V1.1b3 §7" },
  busy: { code: 6, zh: "从站设备忙", en: "device busy", clause: "MODBUS V1.1b3 §7" },
  memoryParity: { code: 8, zh: "存储奇偶性差错", en: "memory parity error", clause: "MODBUS V1.1b3 §7" },
  gatewayPath: { code: 0x0a, zh: "网关路径不可用", en: "gateway path unavailable", clause: "MODBUS V1.1b3 §7" },
  gatewayTarget: { code: 0x0b, zh: "网关目标设备未响应", en: "gateway target did not respond", clause: "MODBUS V1.1b3 §7" },
} as const satisfies Readonly<Record<string, Code>>;

/** What a single coil is written with; any other number is refused. */
export const coilValues = {
  off: { code: 0x0000, zh: "断开", en: "off" },
  on: { code: 0xff00, zh: "接通", en: "on" },
} as const satisfies Readonly<Record<string, Code>>;
