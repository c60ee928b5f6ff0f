// The engine of profiles and what checks them: loaded when a profile is opened on the bench.
import { type Protocol, protocols } from "@dianan/codec";
import {
  createProfileReader,
  dialectOf,
  type Profile,
  type Shown,
  showEvent,
  testProfile,
  type Vector,
  validateProfile,
} from "@dianan/profile";
import { bytesOf, type DecodedHere, type FrameWay, treeHere } from "./bench-codec.ts";

type Words = { readonly zh: string; readonly en: string };
export type ProfileRun = {
  readonly rows: readonly { readonly name: string; readonly ok: boolean; readonly text: Words }[];
  readonly failed: number;
  /** Rules that no passing vector shows, as JSON pointers. */ readonly untested: readonly string[];
};

/** Runs the vectors of a profile (测试向量). */
export const testedOf = (profile: Profile): ProfileRun => {
  const { vectors, untested } = testProfile(profile);
  const rows = vectors.map(({ name, ok, differences }) => ({
    ...{ name, ok },
    text: {
      zh: differences.map(({ path, message }) => `${path} ${message.zh}`).join("; "),
      en: differences.map(({ path, message }) => `${path} ${message.en}`).join("; "),
    },
  }));
  return { rows, failed: rows.filter(({ ok }) => !ok).length, untested };
};

export type ProfileText =
  | { readonly ok: true; readonly profile: Profile }
  /** What is wrong, each with its JSON pointer. */
  | { readonly ok: false; readonly findings: readonly { readonly path: string; readonly message: Words }[] };

/** Reads the text of a profile that the hub does not have yet, and says everything that is wrong with it. */
export const profileOf = (text: string): ProfileText => {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const en = String((error as Error).message);
    return { ok: false, findings: [{ path: "", message: { zh: `不是 JSON：${en}`, en: `This is no JSON: ${en}` } }] };
  }
  const checked = validateProfile(data);
  return checked.ok ? { ok: true, profile: checked.value } : { ok: false, findings: checked.error };
};

/** A frame as a profile reads it: the tree of its bytes, and what it says in the model's words. */
export type FrameByProfile = { readonly decoded: DecodedHere; readonly events: readonly Shown[] };

/** @param receivedAt - whole seconds, so that a vector can say it */
export const frameBy = (profile: Profile, hex: string, way: FrameWay, receivedAt: number): FrameByProfile => {
  const protocol = protocols[profile.transport.protocol as keyof typeof protocols] as Protocol<unknown>;
  const asked = way.request === "" ? {} : { request: bytesOf(way.request) };
  const context = { direction: way.direction, dialect: dialectOf(profile.transport), ...asked };
  const { decoded, frame } = treeHere(protocol, bytesOf(hex), context);
  if (frame === null) return { decoded, events: [] };
  const events = createProfileReader(profile).events(frame.value, { ...asked, direction: way.direction, receivedAt });
  return { decoded, events: events.map(showEvent) };
};

/** What was seen as a vector for the profile's file: it passes as it stands, and is to be read before it is believed. */
export const vectorOf = (name: string, hex: string, way: FrameWay, receivedAt: number, by: FrameByProfile): Vector => {
  const { error } = by.decoded;
  const frame = {
    ...{ name, source: "console", hex },
    ...(way.direction === "up" ? {} : { direction: way.direction }),
    ...(way.request === "" ? {} : { request: way.request }),
  };
  if (error !== null)
    return { ...frame, error: { code: error.code, offset: error.offset, path: error.path } } as unknown as Vector;
  const at = new Date(receivedAt).toISOString().replace(".000Z", "Z");
  return { ...frame, receivedAt: at, events: by.events } as unknown as Vector;
};
