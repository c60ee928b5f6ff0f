// Asks requests in turn over many connections, each as soon as its answer is there. node http-load.ts <port> <connections> <seconds>
// <file: JSON list of the requests' texts>; prints requests per second and times as JSON.
import { readFileSync } from "node:fs";
import { connect } from "node:net";

const [port = 0, connections = 1, seconds = 1] = process.argv.slice(2, 5).map(Number);
const requests = (JSON.parse(readFileSync(process.argv[5] ?? "", "utf8")) as readonly string[]).map((text) =>
  Buffer.from(text),
);
const HEAD_END = Buffer.from("\r\n\r\n");
const LENGTH = Buffer.from("ontent-Length: ");
const DIGIT_0 = 48;

const times: number[] = [];
const statuses: Record<string, number> = {};
let isOver = false;
let turn = 0;

/** Length of the first whole answer, 0 when it is not whole yet. What asks must cost less than what answers. */
const answerLength = (bytes: Buffer): number => {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return 0;
  const status = bytes.toString("latin1", 9, 12);
  const place = bytes.indexOf(LENGTH);
  let length = 0;
  if (place > 0 && place < end)
    for (let at = place + LENGTH.length; (bytes[at] as number) >= DIGIT_0; at += 1)
      length = length * 10 + (bytes[at] as number) - DIGIT_0;
  else if (status !== "304" && status !== "204") throw new Error(`no length in ${bytes.toString("latin1", 0, end)}`);
  const total = end + HEAD_END.length + length;
  if (bytes.length < total) return 0;
  statuses[status] = (statuses[status] ?? 0) + 1;
  return total;
};

const client = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let carry: Buffer = Buffer.alloc(0);
    let sentAt = 0;
    const send = (): void => {
      sentAt = performance.now();
      turn = (turn + 1) % requests.length;
      socket.write(requests[turn] as Buffer);
    };
    socket.setNoDelay(true);
    socket.on("connect", send);
    socket.on("error", reject);
    socket.on("close", () => (isOver ? resolve() : reject(new Error("the server closed a connection"))));
    socket.on("data", (chunk: Buffer) => {
      carry = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
      const length = answerLength(carry);
      if (length === 0) return;
      times.push(performance.now() - sentAt);
      carry = carry.subarray(length);
      if (isOver) socket.end();
      else send();
    });
  });

const started = performance.now();
setTimeout(() => (isOver = true), seconds * 1_000);
await Promise.all(Array.from({ length: connections }, client));
const elapsed = (performance.now() - started) / 1_000;
times.sort((a, b) => a - b);
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
console.log(
  JSON.stringify({ perSecond: Math.round(times.length / elapsed), p50Ms: at(0.5), p99Ms: at(0.99), statuses }),
);
process.exit(0);
