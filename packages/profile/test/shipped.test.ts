import { readdirSync, readFileSync } from "node:fs";
import { protocols } from "@dianan/codec";
import { expect, test } from "vitest";
import { type Profile, profileDocs, profileText, testProfile, validateProfile } from "../src/index.ts";
import { shippedProfiles, starterProfiles } from "../src/shipped.ts";

const source = new URL("../../../specs/profiles/", import.meta.url);
const filesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, source)).filter((name) => name.endsWith(".json") && !name.endsWith(".schema.json"));
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, source), "utf8"));

const profiles = filesIn("./").map((name) => [name, read(name) as Profile] as const);
const starters = filesIn("starters/").map((name) => [name, read(`starters/${name}`) as Profile] as const);

test("every file of specs/profiles comes along under its id", () => {
  expect(Object.keys(shippedProfiles).sort()).toEqual(profiles.map(([name]) => name.replace(".json", "")).sort());
  for (const [name, profile] of profiles) {
    expect(`${profile.id}.json`).toBe(name);
    expect(shippedProfiles[profile.id]).toEqual(profile);
  }
  for (const [name, profile] of starters) {
    expect(`${profile.transport.protocol}.json`).toBe(name);
    expect(starterProfiles[profile.transport.protocol]).toEqual(profile);
  }
});

test.each([...profiles, ...starters])(
  "%s: valid, every vector passes, every point and condition is shown by one",
  (_, profile) => {
    expect(validateProfile(profile)).toEqual({ ok: true, value: profile });
    const report = testProfile(profile);
    expect(report.vectors.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.untested).toEqual([]);
    expect(report.ok).toBe(true);
  },
);

type Slip = readonly [string, Profile];

/** The profile with one rule of it wrong: what a slip of the pen would do. */
const slips = (profile: Profile): readonly Slip[] => {
  const { points = [], conditions = [] } = profile;
  const ofPoints = points.map((point, i): Slip => {
    const wrong = point.values === undefined ? { ...point, b: (point.b ?? 0) + 7 } : { ...point, values: { "-1": 0 } };
    return [`point ${i} is off by 7`, { ...profile, points: points.with(i, wrong) }];
  });
  const ofConditions = conditions.flatMap((rule, i): readonly Slip[] => {
    const { flags, codes, type, native } = rule;
    const table = flags ?? codes;
    const put = (wrong: typeof rule): Profile => ({ ...profile, conditions: conditions.with(i, wrong) });
    if (table === undefined) {
      const same = native === undefined || type === undefined ? {} : { native: { type, ...native } };
      return [[`condition ${i} is another`, put({ ...rule, ...same, type: "unmapped" })]];
    }
    const told = Object.keys(table).filter((code) => table[code] !== null);
    return told.map((code): Slip => {
      const wrong = { ...table, [code]: "unmapped" as const };
      return [
        `condition ${i} code ${code} is another`,
        put({ ...rule, ...(flags ? { flags: wrong } : { codes: wrong }) }),
      ];
    });
  });
  return [...ofPoints, ...ofConditions];
};

test.each(profiles)("%s: its vectors notice a slip in any point or condition", (_, profile) => {
  const passed = slips(profile).filter(([, wrong]) => testProfile(wrong).ok);
  expect(passed.map(([slip]) => slip)).toEqual([]);
});

test.each(profiles)("%s: every point and alarm is in its document, which is Chinese and English", (_, profile) => {
  const page = profileDocs(profile);
  for (const { quantity } of profile.points ?? []) expect(page).toContain(`\`${quantity}\``);
  for (const key of Object.keys(profile.commands ?? {})) expect(page).toContain(`\`${key}\``);
  for (const { name } of profile.vectors) expect(page).toContain(name.replaceAll("|", "\\|"));
  for (const line of page.split("\n").filter((one) => one.startsWith("#")))
    expect(line).toMatch(/[\u4e00-\u9fff].*[A-Za-z]/);
});

test.each(profiles)("%s: what is unconfirmed is said, and facts have a source", (_, profile) => {
  expect(profile.identity.sources.length).toBeGreaterThan(0);
  for (const { name, source: from, command } of profile.vectors)
    if (command === undefined) expect(from, name).toMatch(/\S/);
});

test.each([...profiles, ...starters])("%s: written as text it is the same profile", (_, profile) => {
  expect(JSON.parse(profileText(profile))).toEqual(profile);
});

test("EF-N.3, CP-N.3: the families that are published have a profile, and every protocol a starter", () => {
  const families = [
    "smart-breaker-a-single",
    "smart-breaker-a-three",
    "wem3080t",
    "dlt645-meter",
    "ap3000-10-way",
    "ap3000-12-way",
    "ap3000-16-way",
    "ap3000-leakage-host",
    "bkv-socket",
    "juy-pile",
    "ykc-charger",
    "efire-7b7b-detector",
    "gb26875-electrical-fire",
    "dianan-detector",
    "dianan-pile",
  ];
  expect(Object.keys(shippedProfiles)).toEqual(expect.arrayContaining(families));
  expect(Object.keys(starterProfiles).sort()).toEqual(Object.keys(protocols).sort());
});

test("ids and versions are one of a kind", () => {
  const ids = profiles.map(([, { id }]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
