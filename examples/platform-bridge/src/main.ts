// Two hubs and a city's in one process: BRAVO01 shares with ALPHA01, which shares what it has, and what it was given, with CITY0001.
// Usage: start
import { createClient } from "@dianan/open-api";
import { good, openPlatform, type Platform, until } from "./platform.ts";
import { records } from "./records.ts";

const kinds = ["operator", "unit", "device", "component", "alarm"] as const;
const scopes = ["records:read", "records:write", "alarms:read", "alarms:write"];
// biome-ignore format: one line each
const [bravo, alpha, city] = [await openPlatform("BRAVO01"), await openPlatform("ALPHA01"), await openPlatform("CITY0001")] as const;

/** `to` invites, `from` connects and pushes from then on: one call on each side. */
const connect = async (from: Platform, to: Platform): Promise<{ readonly id: string }> => {
  const invitation = { name: from.code, platformCode: from.code, scopes };
  const invited = good(await to.person.POST("/api/v1/parties", { body: invitation, headers: to.security }));
  const push = { kinds: [...kinds], periodSeconds: 1, personalData: "full" as const, agreement: "共享协议 1" };
  const { versionsUrl, token } = invited;
  const body = { versionsUrl, token, scopes, exchange: { push } };
  const party = good(await from.person.POST("/api/v1/party-connections", { body, headers: from.security }));
  console.log(`${from.code} -> ${to.code}: ${party.state}`);
  return party;
};
const alarm = async (id: string): Promise<void> => {
  const item = { id, deviceId: "b-dev", unitId: "b-unit", type: "residualCurrentOver", platformCode: bravo.code };
  const items = [{ ...item, occurredAt: new Date().toISOString(), description: "剩余电流报警 689 mA" }];
  good(await bravo.api.POST("/api/v1/alarms", { body: { items } as never }));
  const path = { params: { path: { id } } };
  await until(async () => (await city.api.GET("/api/v1/alarms/{id}", path)).data?.platformCode === bravo.code);
  console.log(`${id}: ${bravo.code} -> ${alpha.code} -> ${city.code}`);
};

try {
  const first = await connect(bravo, alpha);
  const second = await connect(alpha, city);
  for (const [plural, item] of Object.entries(records))
    good(await bravo.api.POST(`/api/v1/${plural}` as "/api/v1/units", { body: { items: [item] } as never }));
  await alarm("alarm-1");

  // Monthly by itself: the keys of both sides are replaced, and nothing stops.
  const { id } = first;
  good(await bravo.person.POST("/api/v1/parties/{id}/rotate", { params: { path: { id } }, headers: bravo.security }));
  await alarm("alarm-2");

  const stranger = createClient({ baseUrl: alpha.url, key: "dp_of-nobody-at-all" });
  const forged = await stranger.POST("/api/v1/alarms", { body: { items: [] } as never });
  console.log(`a push of nobody's: ${forged.response.status} ${forged.error?.code}`);

  const destinationId = `party-${second.id}`;
  const job = good(await alpha.api.POST("/api/v1/reconciliations", { body: { destinationId, kinds: [...kinds] } }));
  const at = { params: { path: { id: job.id } } };
  await until(async () => good(await alpha.api.GET("/api/v1/reconciliations/{id}", at)).progress.state === "done");
  const { missingThere, missingHere, different } = good(await alpha.api.GET("/api/v1/reconciliations/{id}", at));
  console.log(`compared: ${missingThere + missingHere + different} differences`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
await Promise.all([bravo, alpha, city].map((one) => one.close()));
