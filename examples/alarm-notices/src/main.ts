// Somebody's own alarm desk: a webhook that the hub tells of alarms, with a link that acknowledges once.
// Usage: start <key> [hub]
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const [, , key = "", hub = "http://127.0.0.1:8080"] = process.argv;
type Json = { readonly [member: string]: unknown };
type Notice = { readonly title: string; readonly link: string };

const ask = async (
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Json> => {
  const response = await fetch(`${hub}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const told = (await response.json()) as Json;
  if (!response.ok) throw new Error(`${String(told.code)}: ${String(told.detail)}`);
  return told;
};
const notices: Notice[] = [];
const desk = createServer((request, response) => {
  let text = "";
  request.on("data", (chunk) => {
    text += String(chunk);
  });
  request.on("end", () => {
    notices.push((JSON.parse(text) as { data: Notice }).data);
    response.writeHead(204).end();
  });
});
await new Promise<void>((resolve) => desk.listen(0, "127.0.0.1", resolve));

const register = async (): Promise<void> => {
  const place = { address: "灵源街道", latitude: 24.78, longitude: 118.55, platformCode: "JJLY01" };
  const contact = { contactName: "李", contactPhone: "0595-85600000" };
  await ask("POST", "operators", {
    items: [{ id: "notice-op", name: "示例运维", code: "notice-op", address: "x", ...contact }],
  });
  await ask("POST", "units", {
    items: [
      { id: "notice-unit", name: "示例站", operatorId: "notice-op", regionCode: "350582", deviceCount: 0, ...place },
    ],
  });
  const device = {
    operatorId: "notice-op",
    unitId: "notice-unit",
    installedOn: "2026-01-02",
    status: "normal",
    manufacturer: "甲厂",
    componentCount: 0,
  };
  await ask("POST", "devices", {
    items: [{ id: "notice-device", name: "配电箱", type: "electricalFireMonitor", ...device, ...place }],
  });
};
const stageOf = async (id: string): Promise<string> =>
  ((await ask("GET", `alarms/${id}`)).handling as { stage: string }).stage;

try {
  await register();
  const { port } = desk.address() as AddressInfo;
  const made = await ask("POST", "notification-channels", {
    ...{ name: "值班系统", kind: "webhook", options: { url: `http://127.0.0.1:${port}/notices` } },
    secrets: { secret: `whsec_${Buffer.alloc(32, 7).toString("base64")}` },
  });
  const channelIds = [(made.channel as { id: string }).id];
  const contact = await ask("POST", "notification-contacts", { name: "陈伟", addresses: { mail: "duty@example.org" } });
  const step = { afterSeconds: 0, channels: ["webhook"], recipients: ["group"], channelIds };
  const policy = { rules: [{ name: "报警", classes: ["alarm"], steps: [step] }], fallbackContactIds: [contact.id] };
  const { version = 0 } = await ask("GET", "notification-policy");
  await ask("PUT", "notification-policy", policy, { "if-match": `"${String(version)}"` });

  const sample = { class: "alarm", type: "residualCurrentOver", unitId: "notice-unit" };
  const dry = (await ask("POST", "notification-policy-trials", { sample })) as {
    notices: { channel: string; recipient: { name: string } }[];
  };
  console.log(`would be told: ${dry.notices[0]?.channel} ${dry.notices[0]?.recipient.name}`);

  const id = `notice-${Date.now()}`;
  const alarm = {
    ...sample,
    id,
    deviceId: "notice-device",
    occurredAt: new Date().toISOString(),
    description: "剩余电流报警:689 mA",
    platformCode: "JJLY01",
  };
  await ask("POST", "alarms", { items: [alarm] });
  for (const end = Date.now() + 20_000; notices.length === 0 && Date.now() < end; )
    await new Promise((wake) => setTimeout(wake, 50));
  const [notice] = notices;
  if (notice === undefined) throw new Error("No notice came within twenty seconds. 二十秒内未收到通知。");
  console.log(`told: ${notice.title}`);
  const link = `${hub}${new URL(notice.link).pathname}`;
  await (await fetch(link)).text();
  console.log(`opened the link: ${await stageOf(id)}`);
  await (await fetch(link, { method: "POST" })).text();
  console.log(`pressed its button: ${await stageOf(id)}`);
  const again = await (await fetch(link, { method: "POST" })).text();
  console.log(`pressed it again: ${/<h1>(.*?)<\/h1>/.exec(again)?.[1]}`);
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  console.error(`${hub}: ${why} 平台是否在运行,并允许调用本机? Is the hub running, with --outbound-allow 127.0.0.1?`);
  process.exitCode = 1;
} finally {
  desk.close();
  desk.closeAllConnections();
}
