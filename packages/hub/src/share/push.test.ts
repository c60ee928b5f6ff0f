import { expect, test } from "vitest";
import { parseAnswer, webhookId } from "./push.ts";
import { addressBelow, cityDestination } from "./settings.ts";

const parcels = [
  { id: "a", version: 1, json: "{}", isTombstone: false },
  { id: "b", version: 2, json: "{}", isTombstone: false },
];

test("SEC-OUT-05: the webhook id is the same for the same content and another for any other", () => {
  const id = webhookId("city", "device", parcels);
  expect(webhookId("city", "device", [...parcels])).toBe(id);
  const others = [
    webhookId("town", "device", parcels),
    webhookId("city", "alarm", parcels),
    webhookId("city", "device", [...parcels].reverse()),
    webhookId("city", "device", parcels.slice(1)),
    webhookId(
      "city",
      "device",
      parcels.map((one) => ({ ...one, json: '{"id":"a"}' })),
    ),
    webhookId("city", "device", [{ id: "a", version: 2, json: "{}", isTombstone: false }, ...parcels.slice(1)]),
  ];
  expect(new Set([id, ...others]).size).toBe(7);
});

test("SH-6: results are read in the order of the records; a refusal keeps its reason", () => {
  const text = JSON.stringify({
    results: [
      { id: "a", status: "parked", version: 1 },
      { id: "b", status: "refused", problem: { code: "invalid", title: "Does not\nfit" } },
    ],
  });
  expect(parseAnswer(text, parcels)).toEqual([
    { accepted: true },
    { accepted: false, reason: "invalid: Does not fit" },
  ]);
});

test.each([
  ["no JSON", "<html>"],
  ["nothing", ""],
  ["no results", "{}"],
  ["null", "null"],
  ["fewer results", JSON.stringify({ results: [{ id: "a", status: "created" }] })],
  [
    "results of other records",
    JSON.stringify({
      results: [
        { id: "b", status: "created" },
        { id: "a", status: "created" },
      ],
    }),
  ],
  [
    "an unknown status",
    JSON.stringify({
      results: [
        { id: "a", status: "ok" },
        { id: "b", status: "created" },
      ],
    }),
  ],
])("SEC-OUT-06: an answer with %s is no receipt", (_, text) => {
  expect(parseAnswer(text, parcels)).toBe(null);
});

test("EF-N.5: a tombstone of what the receiver never had has arrived; another refusal of it has not", () => {
  const answerOf = (code: string) =>
    parseAnswer(JSON.stringify({ results: [{ id: "a", status: "refused", problem: { code, title: "x" } }] }), [
      { id: "a", version: 1, json: "{}", isTombstone: true },
    ]);
  expect(answerOf("not-found")).toEqual([{ accepted: true }]);
  expect(answerOf("forbidden")).toEqual([{ accepted: false, reason: "forbidden: x" }]);
});

test("SEC-OUT-01: the command line's destination is an http or https address without credentials", () => {
  const city = (url: string) => ({ url, key: null, secret: null });
  const one = cityDestination(city("https://city.example/api/v1"));
  expect(one).toMatchObject({
    id: expect.stringMatching(/^city-[0-9a-f]{12}$/),
    settings: { url: "https://city.example/api/v1" },
  });
  expect(cityDestination(city("https://city.example/api/v2")).id).not.toBe(one.id);
  for (const url of ["ftp://city.example/", "file:///etc/passwd", "city.example", "", "javascript:alert(1)"])
    expect(() => cityDestination(city(url))).toThrow(TypeError);
  expect(() => cityDestination(city("https://user:canary@city.example/"))).toThrow(/credential/);
  expect(() => cityDestination(city("https://user:canary@city.example/"))).not.toThrow(/canary/);
});

test("SEC-OUT-04: a key or secret that cannot be used is refused before anything is sent, and not repeated", () => {
  const url = "https://city.example/";
  const good = `whsec_${Buffer.alloc(24, 1).toString("base64")}`;
  expect(cityDestination({ url, key: "da_x", secret: good }).credentials).toEqual({
    secret: good,
    headers: { authorization: "Bearer da_x" },
  });
  for (const secret of ["canary", "", "whsec_", `${good}=`, `whsec_${Buffer.alloc(65, 1).toString("base64")}`]) {
    expect(() => cityDestination({ url, key: null, secret }), secret).toThrow(TypeError);
    expect(() => cityDestination({ url, key: null, secret })).not.toThrow(/canary/);
  }
  for (const key of ["", "a b", "密钥", "a\nb"])
    expect(() => cityDestination({ url, key, secret: null })).toThrow(TypeError);
});

test("SH-6: each kind goes to its own address below the base", () => {
  expect(addressBelow("https://city.example", "units")).toBe("https://city.example/units");
  expect(addressBelow("https://city.example/api/v1/", "alarms")).toBe("https://city.example/api/v1/alarms");
  expect(addressBelow("https://city.example/in?tenant=1", "alarms")).toBe("https://city.example/in/alarms?tenant=1");
});
