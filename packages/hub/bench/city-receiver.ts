// A city that takes everything, for `pnpm bench forward`: it reads and answers each push item by item, and remembers when each alarm came.
// Messages: "open" and "closed" (503 to all), "arrivals" tells and forgets what came, anything else how much CPU it has used.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

let isOpen = true;
let pushes = 0;
let arrivals: (readonly [id: string, at: number])[] = [];

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const say = (status: number, body: object): void => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (!isOpen) return say(503, {});
    const at = performance.timeOrigin + performance.now();
    const { items } = JSON.parse(Buffer.concat(chunks).toString()) as {
      items: { id: string; deviceId?: string; version: number }[];
    };
    if (request.url?.endsWith("/alarms") === true) {
      pushes += 1;
      for (const { id, deviceId } of items) arrivals.push([request.url.startsWith("/api") ? (deviceId ?? id) : id, at]);
    }
    say(200, { results: items.map(({ id, version }) => ({ id, status: "created", version })) });
  });
});
process.on("message", (word) => {
  if (word === "open" || word === "closed") {
    isOpen = word === "open";
    process.send?.("done");
  } else if (word === "arrivals") {
    process.send?.({ pushes, arrivals });
    arrivals = [];
    pushes = 0;
  } else {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  }
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
process.once("SIGTERM", () => process.exit(0));
