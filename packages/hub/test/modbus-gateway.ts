// A gateway of Modbus with units behind it, which the hub dials.
import { type AddressInfo, createServer, type Socket } from "node:net";
import type { ModbusRtuFrame, ModbusTcpFrame, modbusRtu, modbusTcp } from "@dianan/codec";

export type ModbusFrame = ModbusRtuFrame | ModbusTcpFrame;
/** `afterMs`: it comes so late. */
export type GatewayAnswer = { readonly message: object; readonly afterMs?: number } | null;
export type Gateway = {
  readonly port: number;
  readonly asked: ModbusFrame[];
  readonly sockets: Set<Socket>;
  close(): Promise<void>;
};
const NOTHING = new Uint8Array(0);

/** A gateway with units behind it; what each says is for the test to say. */
export const openGateway = async (
  codec: typeof modbusRtu | typeof modbusTcp,
  answer: (frame: ModbusFrame) => GatewayAnswer,
): Promise<Gateway> => {
  const asked: ModbusFrame[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    let carry: Uint8Array = NOTHING;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    socket.on("data", (chunk: Uint8Array) => {
      const cut = codec.cutFrames(carry, chunk, { direction: "down" });
      carry = cut.carry;
      for (const bytes of cut.frames) {
        const decoded = codec.decodeFrame(bytes, { direction: "down" });
        if (!decoded.ok) throw new Error(`the hub sent ${JSON.stringify(decoded.error)}`);
        asked.push(decoded.value);
        const said = answer(decoded.value);
        if (said === null) continue;
        const { message, afterMs } = said;
        const sent = codec.encodeFrame({ ...decoded.value, message } as never, { direction: "up" });
        if (afterMs === undefined) socket.write(sent);
        else setTimeout(() => socket.write(sent), afterMs).unref();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    sockets,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};

/** Registers 0 to 23 of a breaker of the A family: closed, 50.00 Hz, 12 mA, 31 and 32 °C, 230 V, 1.50 A. */
export const closed = [0x00f0, 0, 0, 0, 5_000, 12, 31, 32, 230, 150, 98, 338, 10, 345, ...Array(9).fill(0), 15];
/** Opened by leakage of 42 mA: the last reason is 2. */
export const tripped = [0x000f, ...closed.slice(1, 5), 42, ...closed.slice(6, 23), 2];
export const registers = (values: readonly number[]) => ({
  message: { kind: "inputRegisters", address: null, registers: values },
});
export const exception = (code: number, asked = 4) => ({ message: { kind: "exception", function: asked, code } });
