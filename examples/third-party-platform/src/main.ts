import { once } from "node:events";
import { createServer } from "node:http";
import { createClient, isHubEvent, parseCloudEvent, verifyWebhook } from "@dianan/open-api";
import { good, taken } from "./answer.ts";
import { components, device, operator, unit } from "./records.ts";
import { keepTokens, readTokens } from "./tokens.ts";

const { HUB_URL: baseUrl = "http://127.0.0.1:8080", TOKEN_A = "", TOKENS = "tokens.json", PORT = "8091" } = process.env;
const here = `http://127.0.0.1:${PORT}`;
let { b: tokenB, c: tokenC } = readTokens(TOKENS);
const pushed = Promise.withResolvers<string>();
let secret: string | null = null;

// What the hub calls: our /versions with token B, and our webhook, whose signature is over the bytes as they came.
const server = createServer(async (request, response) => {
  const { url, headers } = request;
  const body = Buffer.concat(await request.toArray());
  const say = (status: number, value: object = {}) => void response.writeHead(status).end(JSON.stringify(value));
  if (url === "/hook") {
    if (secret === null) return say(503);
    const checked = await verifyWebhook({ headers, body, secrets: [secret], now: Date.now() });
    const event = parseCloudEvent({ headers, body });
    if (!checked.ok || !event.ok) return say(401);
    if (isHubEvent(event.value, "com.dianan.alarm.raised")) pushed.resolve(event.value.data.id);
    return say(200);
  }
  if (headers.authorization !== `Bearer ${tokenB}`) return say(401);
  say(200, url === "/versions" ? { items: [{ version: "1", url: `${here}/1` }] } : { version: "1", endpoints: [] });
}).listen(Number(PORT), "127.0.0.1");
await once(server, "listening");

// The handshake, once: token A and our token B for token C, which is shown once and kept.
if (tokenC === undefined) {
  const body = { token: tokenB, url: `${here}/versions`, platformCode: "PARTNER1", name: "示例第三方平台" };
  tokenC = good(await createClient({ baseUrl, key: TOKEN_A }).POST("/api/v1/credentials", { body })).token;
  keepTokens(TOKENS, { b: tokenB, c: tokenC });
}
const hub = createClient({ baseUrl, key: tokenC });

// A webhook, and what it will speak of: an operator, its unit, a device there, the device's components.
const hook = { url: `${here}/hook`, eventTypes: ["com.dianan.alarm.raised" as const] };
const made = good(await hub.POST("/api/v1/webhooks", { body: hook }));
secret = made.secret.secret;
taken(await hub.POST("/api/v1/operators", { body: { items: [operator] } }));
taken(await hub.POST("/api/v1/units", { body: { items: [unit] } }));
taken(await hub.POST("/api/v1/devices", { body: { items: [device] } }));
taken(await hub.POST("/api/v1/components", { body: { items: components } }));
const { feedCursor: after } = good(await hub.GET("/api/v1/devices"));
console.log(`等待 ${device.id} 的告警 waiting for an alarm of it`);

for await (const { kind, id } of hub.follow({ after })) {
  console.log(`事件流 stream: ${kind} ${id}`);
  if (kind === "alarm") break;
}
console.log(`推送,验签通过 webhook, signature good: ${await pushed.promise}`);
const feed = good(await hub.GET("/api/v1/changes", { params: { query: { after } } }));
for (const { kind, id, version } of feed.items) console.log(`变更 feed: ${kind} ${id} version ${version}`);
await hub.DELETE("/api/v1/webhooks/{id}", { params: { path: { id: made.webhook.id } } });
server.close();
