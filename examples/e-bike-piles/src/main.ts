// An e-bike pile of one of three protocols: says what it says, each once the one before was answered. Usage: start <protocol> [host] [port]
import { connect } from "node:net";
import { piles } from "./piles.ts";

const [, , protocol = "", host = "127.0.0.1", port = "9010"] = process.argv;
const pile = piles[protocol]?.();
if (pile === undefined) {
  console.error(`用法 Usage: start <${Object.keys(piles).join(" | ")}> [host] [port]`);
  process.exit(2);
}
const socket = connect(Number(port), host);
let at = -1;
const next = (): void => {
  at += 1;
  const one = pile.says[at];
  if (one === undefined) {
    socket.end();
    return;
  }
  socket.write(one.bytes);
  if (one.answered !== null) return;
  console.log(`${one.name}: not answered, the bytes of the answer are not published 不应答`);
  next();
};
socket.on("connect", next);
socket.on("data", (bytes: Uint8Array) => {
  for (const kind of pile.read(bytes)) {
    const one = pile.says[at];
    console.log(`${one?.name}: ${kind}`);
    if (kind === one?.answered) next();
  }
});
socket.on("error", ({ message }) => {
  console.error(`${host}:${port}: ${message} 平台是否以 --doors auto=${port} 启动? Was the hub started with it?`);
  process.exitCode = 1;
});
