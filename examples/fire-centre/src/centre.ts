import { type AddressInfo, createServer, type Socket } from "node:net";
import { type Frame, gb26875 } from "@dianan/codec";

/** A centre that listens. */
export type Centre = { readonly port: number; close(): Promise<void> };

const CHINA = 480;
const set = (status: object): string =>
  Object.entries(status)
    .flatMap(([flag, isSet]) => (isSet === true ? [flag] : []))
    .join(" ");

/** What a frame says, a line for each object. */
const linesOf = ({ source, message }: Frame): readonly string[] => {
  switch (message.kind) {
    case "componentStatus":
      return message.items.map((item) => `${gb26875.componentKey(item)} ${item.note}: ${set(item.status)}`);
    case "transmitterStatus":
      return [`device ${source}: ${set(message.status)}`];
    default:
      return [`device ${source}: ${message.kind}`];
  }
};

/** Confirms what it understands and says it once, however often it is sent; denies what is broken (§6.5). */
const hear = (socket: Socket, say: (line: string) => void): void => {
  let carry: Uint8Array = new Uint8Array(0);
  let last = "";
  const take = (bytes: Uint8Array): void => {
    const now = gb26875.timeLabelOf(Date.now(), CHINA);
    const decoded = gb26875.decodeFrame(bytes);
    if (!decoded.ok) {
      say(`denied: ${decoded.error.code} at byte ${decoded.error.offset}, ${decoded.error.clause}`);
      socket.write(gb26875.encodeFrame(gb26875.denyBroken(bytes, now)));
      return;
    }
    const due = gb26875.dueOf(decoded.value);
    if (due === "confirm") socket.write(gb26875.encodeFrame(gb26875.confirm(decoded.value, now)));
    // A resend is the same packet, byte for byte.
    const text = Buffer.from(bytes).toString("hex");
    if (text === last) return;
    last = text;
    for (const line of linesOf(decoded.value)) say(line);
  };
  socket.on("data", (chunk: Uint8Array) => {
    const cut = gb26875.cutFrames(carry, chunk);
    carry = cut.carry;
    for (const bytes of cut.frames) take(bytes);
  });
  socket.on("error", () => {});
};

/** @param port - 0: any that is free */
export const openCentre = async (port: number, say: (line: string) => void): Promise<Centre> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    hear(socket, say);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};
