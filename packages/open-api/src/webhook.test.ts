import { createHmac, randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signWebhook, verifyWebhook, WEBHOOK_TOLERANCE_MS, type WebhookHeaders, type WebhookRefusal } from "./index.ts";

const secretOf = (fill: number, length = 32): string => `whsec_${Buffer.alloc(length, fill).toString("base64")}`;
const secret = secretOf(1);
const other = secretOf(2);
const now = 1_767_323_045_678;
const body = '{"items":[{"id":"dev-889"}]}';
const message = { id: "msg_0001", timestamp: now, body };

const verify = (
  headers: Partial<WebhookHeaders>,
  overrides: { body?: string | Uint8Array; secrets?: readonly string[]; now?: number } = {},
) => verifyWebhook({ headers, body, secrets: [secret], now, ...overrides });
const refusal = (code: WebhookRefusal["code"], header: string) => ({ ok: false, error: { code, header } });
const accepted = { ok: true, value: { id: "msg_0001", timestamp: 1_767_323_045_000 } };

describe("signWebhook", () => {
  test("SEC-OUT-04: signs id.timestamp.body with HMAC-SHA256 of the decoded secret, as another implementation computes it", async () => {
    const expected = createHmac("sha256", Buffer.alloc(32, 1)).update(`msg_0001.1767323045.${body}`).digest("base64");
    expect(await signWebhook({ ...message, secret })).toEqual({
      "webhook-id": "msg_0001",
      "webhook-timestamp": "1767323045",
      "webhook-signature": `v1,${expected}`,
    });
  });

  test("gives the signature of the example that the Standard Webhooks libraries share", async () => {
    const headers = await signWebhook({
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      timestamp: 1_614_265_330_000,
      body: '{"test": 2432232314}',
      secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    });
    expect(headers["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  });

  test("a string stands for its UTF-8 bytes", async () => {
    const text = "晋江 ⚡";
    const fromText = await signWebhook({ ...message, body: text, secret });
    expect(fromText).toEqual(await signWebhook({ ...message, body: new TextEncoder().encode(text), secret }));
  });

  test("during rotation every secret signs", async () => {
    const both = await signWebhook({ ...message, secret: [secret, other] });
    expect(both["webhook-signature"].split(" ")).toHaveLength(2);
    for (const one of [secret, other]) expect(await verify(both, { secrets: [one] })).toEqual(accepted);
  });

  test.each(["", "a.b", "a b", "a\n", "报警", "a".repeat(257)])(
    "an id that could be misread is our own mistake: %j",
    async (id) => {
      await expect(signWebhook({ ...message, id, secret })).rejects.toThrow(RangeError);
    },
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 999, 1e18])(
    "a timestamp of %s is our own mistake",
    async (timestamp) => {
      await expect(signWebhook({ ...message, timestamp, secret })).rejects.toThrow(RangeError);
    },
  );

  test.each([
    ["no secret at all", []],
    ["23 bytes", secretOf(1, 23)],
    ["65 bytes", secretOf(1, 65)],
    ["no base64", "whsec_not-base64!"],
    ["cut base64", secret.slice(0, -1)],
    ["empty", ""],
  ])("a secret of another shape is refused without being repeated: %s", async (_name, wrong) => {
    const signing = signWebhook({ ...message, secret: wrong });
    await expect(signing).rejects.toThrow(TypeError);
    await expect(signing).rejects.toThrow(/^secret: (expected whsec_|at least one)/);
  });
});

describe("verifyWebhook", () => {
  test("SEC-OUT-04: accepts what was signed, in any casing of the headers' names", async () => {
    const headers = await signWebhook({ ...message, secret });
    expect(await verify(headers)).toEqual(accepted);
    expect(await verifyWebhook({ headers: new Headers({ ...headers }), body, secrets: [secret], now })).toEqual(
      accepted,
    );
    const upper = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]));
    expect(
      await verifyWebhook({ headers: upper, body: new TextEncoder().encode(body), secrets: [secret], now }),
    ).toEqual(accepted);
  });

  test("signing and verifying agree for any id, time, body and secret", async () => {
    const property = fc.asyncProperty(
      fc.stringMatching(/^[\x21-\x2d\x2f-\x7e]{1,256}$/),
      fc.integer({ min: 1000, max: 4_102_444_800_000 }),
      fc.uint8Array({ maxLength: 2000 }),
      fc.uint8Array({ minLength: 24, maxLength: 64 }),
      async (id, timestamp, bytes, key) => {
        const own = `whsec_${Buffer.from(key).toString("base64")}`;
        const headers = await signWebhook({ id, timestamp, body: bytes, secret: own });
        const result = await verifyWebhook({ headers, body: bytes, secrets: [other, own], now: timestamp });
        expect(result).toEqual({ ok: true, value: { id, timestamp: Math.floor(timestamp / 1000) * 1000 } });
      },
    );
    await fc.assert(property);
  });

  test("any change of any signed byte is a wrong signature", async () => {
    const headers = await signWebhook({ ...message, secret });
    const property = fc.asyncProperty(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const bytes = new TextEncoder().encode(body);
      bytes[at] = (bytes[at] ?? 0) ^ flip;
      expect(await verify(headers, { body: bytes })).toEqual(refusal("wrong-signature", "webhook-signature"));
    });
    await fc.assert(property);
    for (const wrong of ["", `${body} `, body.slice(1), `${body}\n`])
      expect(await verify(headers, { body: wrong })).toEqual(refusal("wrong-signature", "webhook-signature"));
    for (const id of ["msg_0002", "msg_000", "MSG_0001"])
      expect(await verify({ ...headers, "webhook-id": id })).toEqual(refusal("wrong-signature", "webhook-signature"));
    for (const timestamp of ["1767323044", "1767323046"])
      expect(await verify({ ...headers, "webhook-timestamp": timestamp })).toEqual(
        refusal("wrong-signature", "webhook-signature"),
      );
  });

  test("a part of the id cannot be pushed into the time or the body", async () => {
    const headers = await signWebhook({ id: "a", timestamp: now, body: `1767323046.${body}`, secret });
    const shifted = { ...headers, "webhook-id": "a.1767323045", "webhook-timestamp": "1767323046" };
    expect(await verify(shifted, { body })).toEqual(refusal("bad-header", "webhook-id"));
  });

  test("any change of the signature itself is refused", async () => {
    const { "webhook-signature": signature, ...rest } = await signWebhook({ ...message, secret });
    const mac = Buffer.from(signature.slice(3), "base64");
    for (let at = 0; at < mac.length; at += 1) {
      const changed = Buffer.from(mac);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const headers = { ...rest, "webhook-signature": `v1,${changed.toString("base64")}` };
      expect(await verify(headers)).toEqual(refusal("wrong-signature", "webhook-signature"));
    }
    for (const cut of [
      "v1,",
      signature.slice(0, -4),
      `v1,${mac.toString("hex")}`,
      `v1,${mac.toString("base64url")}`,
      `v1,${randomBytes(32).toString("base64")}`,
    ])
      expect(await verify({ ...rest, "webhook-signature": cut })).toEqual(
        refusal("wrong-signature", "webhook-signature"),
      );
  });

  test("another secret is a wrong signature; one of several is enough", async () => {
    const headers = await signWebhook({ ...message, secret });
    expect(await verify(headers, { secrets: [other] })).toEqual(refusal("wrong-signature", "webhook-signature"));
    expect(await verify(headers, { secrets: [other, secretOf(3), secret] })).toEqual(accepted);
  });

  test("signatures of other keys and schemes may stand beside ours; alone they are not enough", async () => {
    const { "webhook-signature": mine, ...rest } = await signWebhook({ ...message, secret });
    const { "webhook-signature": theirs } = await signWebhook({ ...message, secret: other });
    for (const list of [`${theirs} ${mine}`, `v1a,AAAA ${mine}`, `${mine} v9,x`, `v1,%% ${mine}`])
      expect(await verify({ ...rest, "webhook-signature": list })).toEqual(accepted);
    expect(await verify({ ...rest, "webhook-signature": theirs })).toEqual(
      refusal("wrong-signature", "webhook-signature"),
    );
    for (const list of ["", "v1a,AAAA", mine.slice(3), `v2${mine.slice(2)}`, mine.toUpperCase()])
      expect(await verify({ ...rest, "webhook-signature": list })).toEqual(
        refusal("no-signature", "webhook-signature"),
      );
  });

  test("a flood of signatures is cut off: the work per request is bounded", async () => {
    const { "webhook-signature": mine, ...rest } = await signWebhook({ ...message, secret });
    const junk = Array.from({ length: 16 }, (_, at) => `v1,${Buffer.alloc(32, at).toString("base64")}`);
    expect(await verify({ ...rest, "webhook-signature": [...junk.slice(1), mine].join(" ") })).toEqual(accepted);
    expect(await verify({ ...rest, "webhook-signature": [...junk, mine].join(" ") })).toEqual(
      refusal("wrong-signature", "webhook-signature"),
    );
  });

  test("five minutes either way are accepted, a millisecond more is not", async () => {
    const headers = await signWebhook({ ...message, secret });
    const sent = accepted.value.timestamp;
    expect(WEBHOOK_TOLERANCE_MS).toBe(5 * 60 * 1000);
    expect(await verify(headers, { now: sent + WEBHOOK_TOLERANCE_MS })).toEqual(accepted);
    expect(await verify(headers, { now: sent - WEBHOOK_TOLERANCE_MS })).toEqual(accepted);
    expect(await verify(headers, { now: sent + WEBHOOK_TOLERANCE_MS + 1 })).toEqual(
      refusal("too-old", "webhook-timestamp"),
    );
    expect(await verify(headers, { now: sent - WEBHOOK_TOLERANCE_MS - 1 })).toEqual(
      refusal("too-new", "webhook-timestamp"),
    );
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY])
      await expect(verify(headers, { now: wrong })).rejects.toThrow(RangeError);
  });

  test.each(["webhook-id", "webhook-timestamp", "webhook-signature"] as const)(
    "a request without %s is refused",
    async (name) => {
      const { [name]: _left, ...rest } = await signWebhook({ ...message, secret });
      expect(await verify(rest)).toEqual(refusal("missing-header", name));
      expect(await verifyWebhook({ headers: { ...rest, [name]: undefined }, body, secrets: [secret], now })).toEqual(
        refusal("missing-header", name),
      );
    },
  );

  test.each(["", "0", "-1", "1.5", "1e9", "0x10", "１７６７", " 1767323045", "1767323045 ", "9".repeat(13), "NaN"])(
    "a timestamp that is no whole seconds is refused: %j",
    async (timestamp) => {
      const headers = await signWebhook({ ...message, secret });
      expect(await verify({ ...headers, "webhook-timestamp": timestamp })).toEqual(
        refusal("bad-header", "webhook-timestamp"),
      );
    },
  );

  test("no headers whatever make it throw", async () => {
    const names = fc.constantFrom(
      "webhook-id",
      "webhook-timestamp",
      "webhook-signature",
      "Webhook-Id",
      "__proto__",
      "x",
    );
    const property = fc.asyncProperty(
      fc.dictionary(names, fc.string({ unit: "binary" })),
      fc.uint8Array(),
      async (headers, bytes) => {
        expect(await verifyWebhook({ headers, body: bytes, secrets: [secret], now })).toMatchObject({ ok: false });
      },
    );
    await fc.assert(property);
  });

  test("no secret or a malformed one is the receiver's own mistake and never lets a request through", async () => {
    const headers = await signWebhook({ ...message, secret });
    for (const secrets of [[], [""], ["whsec_"], [secret, "whsec_short"]])
      await expect(verify(headers, { secrets })).rejects.toThrow(TypeError);
  });
});
