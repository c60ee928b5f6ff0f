import { afterAll, beforeAll, expect, test } from "vitest";
import { OTHER, PILE, session } from "./charging-fixture.ts";
import { type TestHub, testLimits, until } from "./http-fixture.ts";
import { OURS, openTcecHub, partnerDraft, servePartner, THEIRS } from "./tcec-fixture.ts";

let server: Awaited<ReturnType<typeof servePartner>>;
let hub: TestHub & { id: string };
/** States that a partner who is well was told. */ const told: string[] = [];
beforeAll(async () => {
  server = await servePartner(OURS, ({ name, data }) => {
    if (name === "notification_stationStatus")
      told.push(`${data.ConnectorStatusInfo.ConnectorID} ${data.ConnectorStatusInfo.Status}`);
    const given = { SuccStat: 0, AccessToken: "t", TokenAvailableTime: 60, FailReason: 0 };
    return { ret: 0, data: name === "query_token" ? given : { Status: 0 } };
  });
  const secrets = { incoming: THEIRS, outgoing: OURS };
  // Nobody listens at this one.
  const away = { ...partnerDraft, url: "http://127.0.0.1:65535", secrets };
  const limits = { ...testLimits, webhookPending: 3 };
  hub = await openTcecHub(away, { outboundAllow: "127.0.0.1", limits });
  const well = { ...partnerDraft, operatorId: "MA0000005", url: server.url, secrets };
  expect((await hub.call("POST", "/api/v1/tcec-partners", well)).status).toBe(201);
}, 30_000);
afterAll(async () => {
  await hub?.end();
  server?.close();
});

const put = async (list: string, ...items: readonly object[]): Promise<void> => {
  const text = await (await hub.call("POST", `/api/v1/${list}`, { items })).text();
  if (text.includes("refused")) throw new Error(text);
};
const pushes = async (): Promise<readonly { readonly kind: string }[]> => {
  const response = await hub.call("GET", `/api/v1/tcec-partners/${hub.id}/pushes`);
  return ((await response.json()) as { items: { kind: string }[] }).items;
};

test("EF-N.4: the queue of a partner that is away ends at its limit but for orders, and keeps nobody else waiting", async () => {
  await until(pushes, (some) => some.length === 3);
  await until(
    () => told.length,
    (count) => count === 3,
  );
  for (const presence of ["online", "offline", "online"])
    await put("devices", { ...PILE, presence }, { ...OTHER, presence });
  await until(
    () => ["pile-1:port-1", "pile-1:port-2", "pile-2:port-1"].map((id) => told.findLast((one) => one.startsWith(id))),
    (last) => last.every((one) => one?.endsWith(" 1")),
  );
  await put("charging-sessions", session);
  expect((await pushes()).map(({ kind }) => kind)).toEqual(["status", "status", "status", "order"]);
});

test("EF-N.4: what had no room is told when the partner is there again, as it is then", async () => {
  const partner = async () =>
    (await (await hub.call("GET", `/api/v1/tcec-partners/${hub.id}`)).json()) as { version: number; pending: number };
  told.length = 0;
  const headers = { "if-match": `"${(await partner()).version}"` };
  expect((await hub.call("PATCH", `/api/v1/tcec-partners/${hub.id}`, { url: server.url }, headers)).status).toBe(200);
  await until(
    () => ["pile-1:port-1", "pile-1:port-2", "pile-2:port-1"].map((id) => told.findLast((one) => one.startsWith(id))),
    (last) => last.every((one) => one?.endsWith(" 1")),
    20_000,
  );
  expect(await until(partner, ({ pending }) => pending === 0)).toMatchObject({ dead: 0, lastError: null });
}, 30_000);
