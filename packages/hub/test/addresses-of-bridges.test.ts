// SEC-OUT-01 to -03 for every bridge that is given an address: none may be led into the hub's own network.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { openPeople, type People } from "./http-people.ts";

let hub: TestHub;
let people: People;
let system: Record<string, string>;
beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(hub);
  system = (await people.invited("systemAdministrator")).headers;
}, 60_000);
afterAll(() => hub?.end());

type Who = () => Record<string, string>;
const administrator: Who = () => system;
const security: Who = () => people.security.headers;
const key: Who = () => ({ authorization: `Bearer ${hub.key}` });

const secrets = {
  ...{ operatorSecret: "their-operator-secret", dataSecret: "0123456789abcdef" },
  ...{ dataSecretIv: "fedcba9876543210", sigSecret: "their-signature-x" },
};
const frames = { kind: "frames", protocol: "gb26875", member: "/APPdata", encoding: "base64" };
/** Bridges that call out, by how they are given their address. */
const bridges: readonly (readonly [name: string, path: string, who: Who, bodyOf: (url: string) => object])[] = [
  [
    ...(["commands of CTWing", "receivers", administrator] as const),
    (url) => ({
      ...{ name: "CTWing", platform: "ctwing", deviceKey: "imei", payload: frames, commands: { url } },
      secrets: { appKey: "a", appSecret: "b", masterKey: "c" },
    }),
  ],
  [
    ...(["T/CEC 102", "tcec-partners", administrator] as const),
    (url) => ({
      ...{ name: "充电监管", role: "operator", operatorId: "MA0000001", ownOperatorId: "MA0000002", url },
      secrets: { incoming: secrets, outgoing: { ...secrets, operatorSecret: "our-operator-secret" } },
    }),
  ],
  [
    ...(["city sharing", "sharing", administrator] as const),
    (url) => ({
      ...{ name: "市级", form: "dianan", kinds: ["unit"], coordinateSystem: "CGCS2000", periodSeconds: 1, url },
      personalData: "masked",
    }),
  ],
  [...(["webhooks", "webhooks", key] as const), (url) => ({ url, eventTypes: ["com.dianan.record.changed"] })],
  [
    ...(["platforms that we connect to", "party-connections", security] as const),
    (url) => ({ versionsUrl: url, token: "dp_example0example0example0", scopes: ["records:read"] }),
  ],
];
const inside = [
  ...["http://169.254.169.254/latest/meta-data", "https://169.254.169.254/", "http://127.0.0.1:8080/api/v1/units"],
  ...[
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://10.0.0.1/",
    "https://192.168.1.1/",
  ],
  ...["https://172.16.0.1/", "https://100.64.0.1/", "https://0.0.0.0/", "https://2130706433/", "https://0x7f000001/"],
  ...["https://localhost/", "http://203.0.113.7/", "https://[fe80::1]/", "https://[fd00::1]/"],
];

test.each(bridges)(
  "SEC-OUT-01: %s are led to no address inside, in whatever way it is written",
  async (_, path, who, bodyOf) => {
    for (const url of inside) {
      const answer = await people.ask("POST", `/api/v1/${path}`, bodyOf(url), who());
      expect([answer.status, url], JSON.stringify(answer.body)).toEqual([422, url]);
      expect(["address-forbidden", "invalid"], url).toContain(answer.body.code);
    }
    const all = await people.ask("GET", `/api/v1/${path === "party-connections" ? "parties" : path}`, undefined, who());
    expect((all.body.items as unknown[]).filter((one) => JSON.stringify(one).includes("127.0.0.1"))).toEqual([]);
  },
);

test("SEC-OUT-01: another platform's own address, and that of a fire centre, are held to the same", async () => {
  const draft = { name: "对方", platformCode: "PARTNER1", scopes: ["records:read"] };
  const invited = await people.ask("POST", "/api/v1/parties", draft, security());
  const bearer = { authorization: `Bearer ${String(invited.body.token)}` };
  for (const url of inside) {
    const given = { token: "token-b-0123456789", url, platformCode: "PARTNER1", name: "对方" };
    const answer = await people.ask("POST", "/api/v1/credentials", given, bearer);
    expect([answer.status, answer.body.code, url]).toEqual([422, "address-forbidden", url]);
  }
  for (const host of ["127.0.0.1", "10.0.0.1", "169.254.169.254", "[::1]", "203.0.113.7"]) {
    const centre = {
      ...{ name: "监控中心", url: `gb26875://${host}:9200`, form: "gb26875", kinds: ["alarm"], periodSeconds: 60 },
      ...{ coordinateSystem: "CGCS2000", personalData: "masked", centre: { sourceAddress: 350582000001 } },
    };
    const answer = await people.ask("POST", "/api/v1/sharing", centre, administrator());
    expect([answer.status, answer.body.code, host]).toEqual([422, "address-forbidden", host]);
  }
});
