import { type AddressInfo, createServer } from "node:net";
import { ModbusRTUServer, ModbusTCPServer } from "jsmodbus";

/** Input registers 0 to 23 of a breaker of the A family: closed, 50.00 Hz, 12 mA, 31 and 32 °C, 230 V, 1.50 A, no trip. */
const closed = [0x00f0, 0, 0, 0, 5_000, 12, 31, 32, 230, 150, 98, 338, 10, 345, 0, 0, 0, 0, 0, 0, 0, 0, 0, 15];
/** Opened by leakage of 42 mA: status and last reason say so. */
const tripped = closed.map((value, at) => ({ 0: 0x000f, 5: 42, 23: 2 })[at] ?? value);

export type Gateway = {
  readonly port: number;
  /** Register 0 of the holding registers is the first set point. */ readonly holding: Buffer;
  trip(): void;
  close(): Promise<void>;
};

/** `rtu`: what is on the RS-485 line as it is, which is all that a serial server (串口服务器) passes on. */
export type Framing = "tcp" | "rtu";
/** It wants a serial port, of which it only hears and writes bytes. */
type Port = ConstructorParameters<typeof ModbusRTUServer>[0];

/**
 * A gateway or a serial server with breakers behind it, all alike, made with a library of others.
 *
 * @param heard - told of each read: unit and number of registers
 */
export const openGateway = async (
  port: number,
  heard: (unit: number, count: number) => void,
  framing: Framing = "tcp",
): Promise<Gateway> => {
  const input = Buffer.alloc(2 * closed.length);
  const fill = (values: readonly number[]): void =>
    values.forEach((value, at) => void input.writeUInt16BE(value, 2 * at));
  fill(closed);
  const holding = Buffer.alloc(2 * closed.length);
  const server = createServer();
  const tell = (request: unknown): void => {
    const { unitId, body } = request as { unitId: number; body: { count: number } };
    heard(unitId, body.count);
  };
  if (framing === "tcp") new ModbusTCPServer(server, { input, holding }).on("preReadInputRegisters", tell);
  else
    server.on("connection", (socket) => {
      new ModbusRTUServer(socket as unknown as Port, { input, holding }).on("preReadInputRegisters", tell);
    });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  return {
    port: (server.address() as AddressInfo).port,
    holding,
    trip: () => fill(tripped),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
