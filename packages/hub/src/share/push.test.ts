import { expect, test } from "vitest";
import { destinationsOf, kindUrl } from "./destination.ts";
import { parseAnswer, webhookId } from "./push.ts";

const parcels = [
  { id: "a", version: 1, json: "{}" },
  { id: "b", version: 2, json: "{}" },
];

test("SEC-OUT-05: the webhook id is the same for the same content and another for any other", () => {
  const id = webhookId("city", "device", parcels);
  expect(webhookId("city", "device", [...parcels])).toBe(id);
  const others = [
    webhookId("town", "device", parcels),
    webhookId("city", "alarm", parcels),
    webhookId("city", "device", [...parcels].reverse()),
    webhookId("city", "device", parcels.slice(1)),
    webhookId("city", "device", [{ id: "a", version: 2, json: "{}" }, ...parcels.slice(1)]),
  ];
  expect(new Set([id, ...others]).size).toBe(6);
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
  ["nothing", null],
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

test("SEC-OUT-01: a destination is an http or https address without credentials", () => {
  const city = (url: string) => ({ url, key: null, secret: null });
  expect(destinationsOf(null)).toEqual([]);
  const [one] = destinationsOf(city("https://city.example/api/v1"));
  expect(one).toMatchObject({ url: "https://city.example/api/v1", name: expect.stringMatching(/^city-[0-9a-f]{12}$/) });
  expect(destinationsOf(city("https://city.example/api/v2"))[0]?.name).not.toBe(one?.name);
  for (const url of ["ftp://city.example/", "file:///etc/passwd", "city.example", "", "javascript:alert(1)"])
    expect(() => destinationsOf(city(url))).toThrow(TypeError);
  expect(() => destinationsOf(city("https://user:canary@city.example/"))).toThrow(/credential/);
  expect(() => destinationsOf(city("https://user:canary@city.example/"))).not.toThrow(/canary/);
});

test("SEC-OUT-04: a key or secret that cannot be used is refused before anything is sent, and not repeated", () => {
  const url = "https://city.example/";
  const good = `whsec_${Buffer.alloc(24, 1).toString("base64")}`;
  expect(destinationsOf({ url, key: "da_x", secret: good }).length).toBe(1);
  for (const secret of ["canary", "", "whsec_", `${good}=`, `whsec_${Buffer.alloc(65, 1).toString("base64")}`]) {
    expect(() => destinationsOf({ url, key: null, secret }), secret).toThrow(TypeError);
    expect(() => destinationsOf({ url, key: null, secret })).not.toThrow(/canary/);
  }
  for (const key of ["", "a b", "密钥", "a\nb"])
    expect(() => destinationsOf({ url, key, secret: null })).toThrow(TypeError);
});

test("SH-6: each kind goes to its own address below the base", () => {
  expect(kindUrl("https://city.example", "units")).toBe("https://city.example/units");
  expect(kindUrl("https://city.example/api/v1/", "alarms")).toBe("https://city.example/api/v1/alarms");
  expect(kindUrl("https://city.example/in?tenant=1", "alarms")).toBe("https://city.example/in/alarms?tenant=1");
});
