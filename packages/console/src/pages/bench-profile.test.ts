import type { Profile } from "@dianan/profile";
import { shippedProfiles } from "@dianan/profile/shipped";
import { expect, test } from "vitest";
import { frameBy, profileOf, testedOf, vectorOf } from "./bench-profile.ts";

const profileNamed = (id: string): Profile => {
  const found = shippedProfiles[id];
  if (found === undefined) throw new Error(id);
  return found;
};
const NOON = Date.parse("2026-01-02T04:00:00Z");
const up = { direction: "up", request: "" } as const;

test("EF-N.3: the vectors of every shipped profile pass in the page, and one that was changed fails", () => {
  for (const profile of Object.values(shippedProfiles)) {
    const { failed, rows } = testedOf(profile);
    expect([failed, rows.length > 0], profile.id).toEqual([0, true]);
  }
  const broken = structuredClone(profileNamed("ykc-charger")) as unknown as { vectors: { hex?: string }[] };
  const first = broken.vectors.find(({ hex }) => hex !== undefined);
  if (first?.hex !== undefined) first.hex = `${first.hex.slice(0, -2)}00`;
  expect(testedOf(broken as unknown as Profile).failed).toBe(1);
});

test.each(["ykc-charger", "smart-breaker-a-single", "gb26875-electrical-fire"])(
  "a frame of %s that was read here, copied as a vector, passes in the profile's own test",
  (id) => {
    const profile = profileNamed(id);
    for (const { name, hex, request = "", direction = "up", error } of profile.vectors.filter((one) => one.hex)) {
      if (hex === undefined || error !== undefined) continue;
      const way = { direction, request } as const;
      const by = frameBy(profile, hex, way, NOON);
      if (by.decoded.error !== null) continue;
      const vector = vectorOf(`copy of ${name}`, hex, way, NOON, by);
      expect(testedOf({ ...profile, vectors: [vector] }), name).toMatchObject({ failed: 0 });
    }
  },
);

test("EF-N.2: a refused frame names its byte, and its vector expects the refusal", () => {
  const profile = profileNamed("ykc-charger");
  const good = profile.vectors[0]?.hex ?? "";
  const hex = `${good.slice(0, -4)}0000`;
  const by = frameBy(profile, hex, up, NOON);
  expect([by.decoded.error?.code, by.events]).toEqual(["bad-checksum", []]);
  const vector = vectorOf("a wrong checksum", hex, up, NOON, by);
  expect(testedOf({ ...profile, vectors: [vector] })).toMatchObject({ failed: 0 });
  const lying = vectorOf("a wrong checksum", good, up, NOON, by);
  expect(testedOf({ ...profile, vectors: [lying] })).toMatchObject({ failed: 1 });
});

test("a pasted profile is checked as the hub's tools check it: every finding with its place", () => {
  const good = JSON.stringify(profileNamed("juy-pile"));
  expect(profileOf(good).ok).toBe(true);
  for (const [text, path] of [
    ["{", ""],
    ["[]", ""],
    ["{}", "/id"],
    [good.replace('"juy"', '"juy9"'), "/transport/protocol"],
  ] as const) {
    const read = profileOf(text);
    expect(read.ok, text.slice(0, 20)).toBe(false);
    if (!read.ok) expect(read.findings.map((one) => one.path)).toContain(path);
  }
});
