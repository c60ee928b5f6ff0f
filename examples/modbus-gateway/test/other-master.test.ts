// The other way round: a unit made with our codec, asked by a master of another's make (EF-N.1).
import { type AddressInfo, createServer, type Server, Socket } from "node:net";
import { type ModbusRtuFrame, type ModbusTcpFrame, modbusRtu, modbusTcp } from "@dianan/codec";
import { ModbusRTUClient, ModbusTCPClient } from "jsmodbus";
import { afterEach, describe, expect, test } from "vitest";

type Asked = ModbusRtuFrame["message"] | ModbusTcpFrame["message"];
const SIZE = 200;
const ILLEGAL_ADDRESS = 2;

/** What one unit keeps. */
const newUnit = () => {
  const coils = Array.from({ length: SIZE }, (_, n) => n % 3 === 0);
  const holding = Array.from({ length: SIZE }, (_, n) => 60_000 + n);
  const refused = (code: number) => ({ kind: "exception", function: code, code: ILLEGAL_ADDRESS }) as const;
  const answer = (asked: Asked): Asked => {
    switch (asked.kind) {
      case "readCoils":
      case "readDiscreteInputs": {
        const isCoils = asked.kind === "readCoils";
        const { address, quantity } = asked;
        if (address + quantity > SIZE) return refused(isCoils ? 1 : 2);
        const states = coils.slice(address, address + quantity).map((state) => state === isCoils);
        return { kind: isCoils ? "coils" : "discreteInputs", address: null, states: { values: states, padding: 0 } };
      }
      case "readHoldingRegisters":
      case "readInputRegisters": {
        const isHolding = asked.kind === "readHoldingRegisters";
        const { address, quantity } = asked;
        if (address + quantity > SIZE) return refused(isHolding ? 3 : 4);
        const registers = holding
          .slice(address, address + quantity)
          .map((value) => (isHolding ? value : 65_535 - value));
        return { kind: isHolding ? "holdingRegisters" : "inputRegisters", address: null, registers };
      }
      case "writeCoil":
        coils[asked.address] = asked.value !== 0;
        return { ...asked, kind: "coilWritten" };
      case "writeRegister":
        holding[asked.address] = asked.value;
        return { ...asked, kind: "registerWritten" };
      case "writeCoils":
        coils.splice(asked.address, asked.states.values.length, ...asked.states.values);
        return { kind: "coilsWritten", address: asked.address, quantity: asked.states.values.length };
      case "writeRegisters":
        holding.splice(asked.address, asked.registers.length, ...asked.registers);
        return { kind: "registersWritten", address: asked.address, quantity: asked.registers.length };
      default:
        throw new Error(`not a request: ${asked.kind}`);
    }
  };
  return { coils, holding, answer };
};

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Serves a unit, and connects to it. */
const open = async (codec: typeof modbusTcp | typeof modbusRtu) => {
  const unit = newUnit();
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    let carry: Uint8Array = new Uint8Array(0);
    sockets.push(socket);
    socket.on("data", (chunk: Uint8Array) => {
      const cut = codec.cutFrames(carry, chunk, { direction: "down" });
      carry = cut.carry;
      for (const bytes of cut.frames) {
        const decoded = codec.decodeFrame(bytes, { direction: "down" });
        if (!decoded.ok) throw new Error(`the master sent ${JSON.stringify(decoded.error)}`);
        const message = unit.answer(decoded.value.message);
        socket.write(codec.encodeFrame({ ...decoded.value, message } as never, { direction: "up" }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const socket = new Socket();
  const master =
    codec.id === "modbus-tcp" ? new ModbusTCPClient(socket, 7, 20_000) : new ModbusRTUClient(socket, 7, 20_000);
  await new Promise<void>((resolve) => {
    socket.connect((server.address() as AddressInfo).port, "127.0.0.1", () => resolve());
  });
  // What a serial port says: a converter between it and TCP has no such word.
  if (codec.id === "modbus-rtu") socket.emit("open");
  ends.push(async () => {
    socket.destroy();
    for (const one of sockets) one.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { unit, master };
};

describe.each([modbusTcp, modbusRtu])("$id", (codec) => {
  test("EF-N.1: what another's master reads is what our unit keeps, up to the most that one frame carries", async () => {
    const { unit, master } = await open(codec);
    const held = await master.readHoldingRegisters(3, 125);
    expect(held.response.body.valuesAsArray).toEqual(unit.holding.slice(3, 128));
    const read = await master.readInputRegisters(0, 1);
    expect(read.response.body.valuesAsArray).toEqual([5_535]);
    const coils = await master.readCoils(1, 19);
    expect(coils.response.body.valuesAsArray.slice(0, 19).map(Boolean)).toEqual(unit.coils.slice(1, 20));
    const inputs = await master.readDiscreteInputs(0, 4);
    expect(inputs.response.body.valuesAsArray.slice(0, 4).map(Boolean)).toEqual([false, true, true, false]);
  });

  test("what it writes arrives, one value and many, and our answers are taken", async () => {
    const { unit, master } = await open(codec);
    await master.writeSingleRegister(10, 500);
    await master.writeMultipleRegisters(20, [1, 65_535, 3]);
    await master.writeSingleCoil(1, true);
    await master.writeMultipleCoils(30, [true, false, true, true, false, true, true, true, true]);
    expect([unit.holding[10], ...unit.holding.slice(20, 23)]).toEqual([500, 1, 65_535, 3]);
    expect([unit.coils[1], ...unit.coils.slice(30, 39)]).toEqual([
      true,
      true,
      false,
      true,
      true,
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  test.each(["readCoils", "readDiscreteInputs", "readHoldingRegisters", "readInputRegisters"] as const)(
    "a refusal of %s beyond what there is says which function and why, as it understands it",
    async (function_) => {
      const { master } = await open(codec);
      await expect(master[function_](SIZE - 1, 2)).rejects.toMatchObject({
        err: "ModbusException",
        response: { body: { code: ILLEGAL_ADDRESS } },
      });
      // The line goes on.
      expect((await master.readInputRegisters(0, 1)).response.body.valuesAsArray).toEqual([5_535]);
    },
  );
});
