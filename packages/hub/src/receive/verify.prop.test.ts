import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { eventsIn, framesIn } from "./payload.ts";
import { type Agreed, type Verified, verified } from "./verify.ts";

type PushPlatform = Agreed["platform"];

const token = "example-token";
const sign = (msg: string): string => createHash("md5").update(`${token}n${msg}`).digest("base64");
const platforms: readonly PushPlatform[] = ["ctwing", "onenet", "onenetLegacy", "iotda"];
/** Names that mean something, with any value: closer to a push than any object. */
const names = [
  ...[
    "messageType",
    "payload",
    "eventContent",
    "timestamp",
    "deviceId",
    "IMEI",
    "eventType",
    "resource",
    "event",
    "__proto__",
  ],
  ...[
    "notify_data",
    "header",
    "body",
    "services",
    "properties",
    "event_time",
    "msg",
    "data",
    "params",
    "notifyType",
    "value",
  ],
  ...["time", "type", "dev_id", "ds_id", "at", "status"],
];
const words = [
  "dataReport",
  "eventReport",
  "deviceOnlineOfflineReport",
  "device.property",
  "report",
  "notify",
  "property",
];
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(...words, "undefined", "", "1", 1, 2, 7, null, true, 1e300, -1),
    fc.string(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 8 }),
  ),
}));
const said = (platform: PushPlatform, body: unknown): Verified => {
  const msg = JSON.stringify(body);
  const pushes: { readonly [P in PushPlatform]: unknown } = {
    ctwing: body,
    iotda: body,
    onenet: { msg, nonce: "n", signature: sign(msg), id: 1 },
    onenetLegacy: {
      msg: JSON.parse(msg) as unknown,
      nonce: "n",
      msg_signature: sign(typeof body === "string" ? body : msg),
    },
  };
  const push = JSON.parse(JSON.stringify(pushes[platform])) as unknown;
  return verified(
    { platform, switches: {}, secrets: { token } },
    { body: push, text: JSON.stringify(push), header: () => null },
  );
};

test("SEC-DEV-12: no push, whatever it holds, makes a reader throw; what it says has a name for each of its kinds", () => {
  const payload = { kind: "frames", protocol: "gb26875", member: "/data/value", encoding: "hex" } as const;
  const readings = [
    { member: "/value", quantity: "temperature" },
    { member: "/data/0/at", quantity: "residualCurrent", factor: 1e300 },
  ];
  const members = {
    kind: "members",
    readings,
    conditions: [{ member: "/type", type: "residualCurrentOver", raisedBy: [1] }],
  } as const;
  fc.assert(
    fc.property(fc.constantFrom(...platforms), anything, (platform, body) => {
      const message = said(platform, body);
      if (typeof message === "string") {
        expect(message).toBe("shape");
        return;
      }
      expect(["data", "online", "offline", "commandResult", "other"]).toContain(message.kind);
      for (const name of Object.values(message.names)) expect(name).not.toMatch(/^(undefined|)$/);
      for (const event of eventsIn(members, message.parts))
        if (event.kind === "reading") expect(Number.isSafeInteger(event.value)).toBe(true);
      framesIn(payload, message.parts);
      // It is kept as JSON, and decoded from it after a restart as it would have been before.
      const kept = JSON.parse(JSON.stringify(message)) as typeof message;
      expect(eventsIn(members, kept.parts)).toEqual(eventsIn(members, message.parts));
    }),
    { numRuns: 2_000 },
  );
});

test("SEC-API-03: a push of OneNET with one character changed is none", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.constantFrom("x", "0", " "), (text, place, other) => {
      const msg = JSON.stringify({ messageType: "notify", text });
      const at = place % msg.length;
      fc.pre(msg[at] !== other);
      const changed = `${msg.slice(0, at)}${other}${msg.slice(at + 1)}`;
      const body = { msg: changed, nonce: "n", signature: sign(msg) };
      const push = { body, text: "", header: () => null };
      expect(verified({ platform: "onenet", switches: {}, secrets: { token } }, push)).toBe("signature");
    }),
  );
});
