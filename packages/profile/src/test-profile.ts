import { explain } from "@dianan/layout";
import { createProfileReader, type ProfileReader } from "./apply.ts";
import { kindOf } from "./check-vectors.ts";
import { encodeCommand } from "./commands.ts";
import { shouldBeShown, shownBy } from "./coverage.ts";
import { dialectOf, protocolOf } from "./dialect.ts";
import { type Difference, differencesOf } from "./differences.ts";
import { wantedEvents } from "./expected-events.ts";
import type { Profile, Vector } from "./generated/types.ts";
import { hexBytes, hexText } from "./hex.ts";

/** What became of one vector. */
export type VectorReport = {
  readonly name: string;
  readonly ok: boolean;
  /** Empty when it passed. */ readonly differences: readonly Difference[];
};

/** What became of a profile's vectors (测试报告). */
export type ProfileReport = {
  readonly profile: { readonly id: string; readonly version: string };
  /** Every vector passed. */ readonly ok: boolean;
  readonly vectors: readonly VectorReport[];
  /** Points, and bits and codes of conditions, that no passing vector shows, as JSON pointers: nothing proves them. */
  readonly untested: readonly string[];
};

const DEFAULT_TIME = "2026-01-01T00:00:00Z";
const difference = (path: string, zh: string, en: string): readonly Difference[] => [{ path, message: { zh, en } }];

type Run = { readonly differences: readonly Difference[]; readonly shown: readonly string[] };
const done = (differences: readonly Difference[], shown: readonly string[] = []): Run => ({ differences, shown });

/**
 * Runs the vectors of a profile. No local time is looked at: the verdict is the same in every time zone.
 *
 * @param profile - as `validateProfile` accepts it
 */
export const testProfile = (profile: Profile): ProfileReport => {
  const reader = createProfileReader(profile);
  const runs = profile.vectors.map((vector) => ({ vector, run: runVector(profile, reader, vector) }));
  const shown = new Set(runs.flatMap(({ run }) => (run.differences.length === 0 ? run.shown : [])));
  return {
    profile: { id: profile.id, version: profile.version },
    ok: runs.every(({ run }) => run.differences.length === 0),
    vectors: runs.map(({ vector, run: { differences } }) => ({
      name: vector.name,
      ok: differences.length === 0,
      differences,
    })),
    untested: shouldBeShown(profile).filter((pointer) => !shown.has(pointer)),
  };
};

const runVector = (profile: Profile, reader: ProfileReader, vector: Vector): Run => {
  switch (kindOf(vector)) {
    case "events":
    case "error":
      return runFrame(profile, reader, vector);
    case "command":
    case "refused":
      return done(runCommand(profile, vector));
    case null:
      return done(difference("", "向量不完整", "the vector is not complete"));
  }
};

const runFrame = (profile: Profile, reader: ProfileReader, vector: Vector): Run => {
  const protocol = protocolOf(profile.transport.protocol);
  if (protocol === null) return done(difference("", "没有这个协议", "there is no such protocol"));
  const { direction = "up", request, receivedAt = DEFAULT_TIME, events, error } = vector;
  const asked = request === undefined ? {} : { request: hexBytes(request) };
  const dialect = dialectOf(profile.transport);
  const decoded = protocol.decodeFrame(hexBytes(vector.hex ?? ""), { direction, dialect, ...asked });
  if (error !== undefined) {
    if (decoded.ok) return done(difference("error", "应被拒绝,却解开了", "should be refused, is read"));
    return done(
      (["code", "path", "offset"] as const).flatMap((name) =>
        error[name] === undefined || error[name] === decoded.error[name]
          ? []
          : difference(
              `error/${name}`,
              `${name} 应为 ${error[name]},实际 ${decoded.error[name]}`,
              `${name} should be ${error[name]}, is ${decoded.error[name]}`,
            ),
      ),
    );
  }
  if (!decoded.ok) {
    const { zh, en } = explain(decoded.error);
    return done(difference("hex", `报文解不开:${zh}`, `the frame is refused: ${en}`));
  }
  const traced = reader.trace(decoded.value, { direction, receivedAt: Date.parse(receivedAt), ...asked });
  return done(
    differencesOf(
      wantedEvents(events ?? [], vector.at),
      traced.map(({ event }) => event),
    ),
    shownBy(profile, traced),
  );
};

const runCommand = (profile: Profile, vector: Vector): readonly Difference[] => {
  const { command = "", slots = {}, context = {}, hex, refused } = vector;
  const made = encodeCommand(profile, command, slots, {
    device: context.device ?? 1,
    serial: context.serial ?? 1,
    at: Date.parse(context.at ?? DEFAULT_TIME),
  });
  if (refused !== undefined) {
    if (made.ok)
      return difference(
        "refused",
        `应拒绝,却编出 ${hexText(made.value)}`,
        `should be refused, gives ${hexText(made.value)}`,
      );
    return made.error.path === refused
      ? []
      : difference(
          "refused",
          `应拒绝 ${refused},实际 ${made.error.path}`,
          `should refuse ${refused}, refuses ${made.error.path}`,
        );
  }
  if (!made.ok) return difference("command", `编不出:${made.error.message.zh}`, `is refused: ${made.error.message.en}`);
  const [wanted, got] = [hexText(hexBytes(hex ?? "")), hexText(made.value)];
  if (wanted !== got) return difference("hex", `应为 ${wanted},实际 ${got}`, `should be ${wanted}, is ${got}`);
  const { transport } = profile;
  const read = protocolOf(transport.protocol)?.decodeFrame(made.value, {
    direction: "down",
    dialect: dialectOf(transport),
  });
  if (read === undefined || read.ok) return [];
  const { zh, en } = explain(read.error);
  return difference("hex", `编出的帧自己解不开:${zh}`, `the frame that was made is refused: ${en}`);
};
