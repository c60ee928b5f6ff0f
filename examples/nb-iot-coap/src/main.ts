// A sleeping device over CoAP: it wakes, tells a reading and an alarm, repeats itself as a device does whose answer was lost, and asks for the
// commands that came while it slept. Usage: start <device key> [coap]
import { Agent, type IncomingMessage, request } from "coap";

const [, , key = "", hub = "coap://127.0.0.1:5683"] = process.argv;
const { hostname, port } = new URL(hub);
const agent = new Agent({ type: "udp4" });
const JSON_FORMAT = 50;

type Method = "GET" | "POST";
/** What a confirmable message is answered: then it is stored. */
const ask = (method: Method, pathname: string, body?: object): Promise<{ code: string; said: string }> =>
  new Promise((resolve, reject) => {
    const asked = request({ hostname, port: Number(port || 5683), method, pathname, query: `k=${key}`, agent });
    if (body !== undefined) asked.setOption("Content-Format", Buffer.from([JSON_FORMAT]));
    asked.on("response", ({ code, payload }: IncomingMessage) => resolve({ code, said: payload.toString("utf8") }));
    asked.on("error", reject);
    asked.end(body === undefined ? undefined : Buffer.from(JSON.stringify(body)));
  });

type Command = { readonly id: string; readonly action: string; readonly parameters: { readonly minutes?: number } };
/** What it has done already: the same command comes again until it is reported, and is done once. */
const done = new Set<string>();

try {
  const message = {
    sequence: 1,
    readings: [{ component: "loop-5", quantity: "residualCurrent", value: 689 }],
    conditions: [{ component: "loop-5", type: "residualCurrentOver", present: true, value: 689, threshold: 500 }],
  };
  let waiting = 0;
  for (const one of [message, message]) {
    const { code, said } = await ask("POST", "/events", one);
    if (code !== "2.04") throw new Error(`${code} ${said}`);
    const { sequence, status, commands } = JSON.parse(said) as { sequence: number; status: string; commands: number };
    console.log(`${sequence}: ${status}, ${commands} waiting`);
    waiting = commands;
  }
  while (waiting > 0) {
    const { items } = JSON.parse((await ask("GET", "/down")).said) as { readonly items: readonly Command[] };
    for (const { id, action, parameters } of items) {
      if (!done.has(id)) console.log(`${action} ${parameters.minutes ?? ""}`);
      done.add(id);
      const { code } = await ask("POST", `/down/${id}`, { outcome: "done", text: "已消音" });
      console.log(`reported: ${code}`);
    }
    waiting = items.length;
  }
  console.log("asleep");
} catch (error) {
  console.error(
    `${hub}: ${error instanceof Error ? error.message : String(error)} 平台是否在运行? Is the hub running?`,
  );
  process.exitCode = 1;
} finally {
  agent.close();
}
