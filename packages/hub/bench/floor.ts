// The floor under the hub: the same sockets, the same commit, and a parser that trusts every frame to be FRAME_BYTES long.
// node floor.ts <database file>   prints {"port": n} when it listens
import { createServer, type Socket } from "node:net";
import { Worker } from "node:worker_threads";
import { tellCpu } from "./child.ts";

tellCpu();

const FRAME_BYTES = Number(process.env.FLOOR_FRAME_BYTES);
const CONFIRM_BYTES = 30;
const worker = new Worker(new URL("./floor-writer.ts", import.meta.url), { workerData: process.argv[2] });

let waiting: { socket: Socket; frames: number; bytes: Uint8Array }[] = [];
let busy = false;

const flush = (): void => {
  if (busy || waiting.length === 0) return;
  busy = true;
  const batch = waiting;
  waiting = [];
  worker.postMessage(batch.map(({ bytes }) => bytes));
  worker.once("message", () => {
    const perSocket = new Map<Socket, number>();
    for (const { socket, frames } of batch) perSocket.set(socket, (perSocket.get(socket) ?? 0) + frames);
    for (const [socket, frames] of perSocket)
      if (!socket.destroyed) socket.write(new Uint8Array(frames * CONFIRM_BYTES));
    busy = false;
    setImmediate(flush);
  });
};

createServer({ noDelay: true }, (socket) => {
  let partial = new Uint8Array(0);
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk: Uint8Array) => {
    const all = partial.length === 0 ? chunk : Buffer.concat([partial, chunk]);
    const frames = Math.floor(all.length / FRAME_BYTES);
    partial = all.slice(frames * FRAME_BYTES);
    if (frames > 0) waiting.push({ socket, frames, bytes: all.slice(0, frames * FRAME_BYTES) });
    if (!busy) setImmediate(flush);
  });
}).listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, function listening(this: { address(): unknown }) {
  console.log(JSON.stringify({ port: (this.address() as { port: number }).port }));
});
