import { judgeRefused, judgeStatus, membersOf } from "./answers.ts";
import { type PlatformCase, refuses } from "./platform-case.ts";
import { RAISED } from "./webhook-hook.ts";

const WEBHOOKS = "/api/v1/webhooks";
const NEEDS = { needs: ["webhooks", "ear"], asks: "full" } as const;

/** Nothing that a platform may call, whatever its allow-list: own machine by other names, link-local, multicast, other schemes. */
const badAddresses: readonly (readonly [string, string])[] = [
  ["ipv6-loopback", "http://[::1]:9/hook"],
  ["ipv6-mapped", "http://[::ffff:169.254.169.254]/hook"],
  ["metadata", "http://169.254.169.254/latest/meta-data/"],
  ["link-local", "http://169.254.1.1/hook"],
  ["ipv6-link-local", "http://[fe80::1]/hook"],
  ["ipv6-unique-local", "https://[fd00::1]/hook"],
  ["any", "http://0.0.0.0/hook"],
  ["ipv6-any", "http://[::]/hook"],
  ["multicast", "http://224.0.0.1/hook"],
  ["broadcast", "http://255.255.255.255/hook"],
  ["decimal", "http://2852039166/hook"],
  ["hex", "http://0xa9fea9fe/hook"],
  ["octal", "http://0251.0376.0251.0376/hook"],
  ["short", "http://169.254.43518/hook"],
  ["nat64", "http://[64:ff9b::a9fe:a9fe]/hook"],
  ["6to4", "http://[2002:a9fe:a9fe::1]/hook"],
  ["credentials", "https://user:secret@example.org/hook"],
  ["ftp", "ftp://example.org/hook"],
  ["file", "file:///etc/passwd"],
  ["gopher", "gopher://127.0.0.1:70/x"],
  ["javascript", "javascript:alert(1)"],
  ["data", "data:text/plain,x"],
  ["no-scheme", "example.org/hook"],
  ["empty", ""],
  ["plain-http", "http://example.org/hook"],
];

const badDrafts: readonly (readonly [string, object])[] = [
  ["no-types", { eventTypes: [] }],
  ["unknown-type", { eventTypes: ["com.dianan.everything"] }],
  ["twice", { eventTypes: [RAISED, RAISED] }],
  ["types-text", { eventTypes: RAISED }],
  ["unknown-unit", { unitIds: ["cf-nobody"] }],
  ["header-name", { headers: { "X Y": "1" } }],
  ["header-line", { headers: { "X-Y": "a\r\nHost: evil" } }],
];

/** Cases of subscriptions that are refused (SEC-OUT-01, SEC-API-05). */
export const webhookDraftCases: readonly PlatformCase[] = [
  ...badAddresses.map(([name, url]) =>
    refuses(
      `webhooks/address/${name}`,
      "API-HOOK-05",
      [`拒绝地址:${name}`, `an address is refused: ${name}`],
      async (seat) => {
        const answer = await seat.ask("POST", WEBHOOKS, { body: { url, eventTypes: [RAISED] } });
        const { webhook } = membersOf(answer) as { readonly webhook?: { readonly id?: unknown } };
        if (typeof webhook?.id === "string") seat.made.add(`${WEBHOOKS}/${webhook.id}`);
        return judgeRefused(answer);
      },
      { needs: ["webhooks"], asks: "full" },
    ),
  ),
  ...badDrafts.map(([name, draft]) =>
    refuses(
      `webhooks/draft/${name}`,
      "API-INPUT-01",
      [`拒绝订阅:${name}`, `a subscription is refused: ${name}`],
      async (seat) => {
        const ear = await seat.ear();
        return judgeStatus(
          await seat.ask("POST", WEBHOOKS, {
            body: { url: ear.urlOf(`/${seat.id()}`), eventTypes: [RAISED], ...draft },
          }),
          400,
          422,
        );
      },
      NEEDS,
    ),
  ),
  ...(["secret", "state", "isAdmin"] as const).map((member) =>
    refuses(
      `webhooks/unknown-${member}`,
      "API-INPUT-02",
      [`拒绝未知成员:${member}`, `an unknown member is refused: ${member}`],
      async (seat) => {
        const ear = await seat.ear();
        return judgeStatus(
          await seat.ask("POST", WEBHOOKS, {
            body: { url: ear.urlOf(`/${seat.id()}`), eventTypes: [RAISED], [member]: "x" },
          }),
          400,
          422,
        );
      },
      NEEDS,
    ),
  ),
];
