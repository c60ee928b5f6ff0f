import { expect, test } from "vitest";
import { type EventStream, openEventStream, type StreamSource } from "./event-stream.ts";

type TailEntry = Awaited<ReturnType<StreamSource["after"]>>[number];
const entry = (position: number): TailEntry => ({ position, text: `<${position}>` });

const open = (more: Partial<StreamSource> = {}): { stream: EventStream; ends: number[]; feed: TailEntry[] } => {
  const feed: TailEntry[] = [];
  const ends: number[] = [];
  const stream = openEventStream({
    position: 0,
    after: async (position) => feed.filter((one) => one.position > position).slice(0, 3),
    beat: (position) => `(beat ${position})`,
    beatMs: 60_000,
    stallMs: 60_000,
    isStillAllowed: async () => true,
    onEnd: () => ends.push(1),
    ...more,
  });
  return { stream, ends, feed };
};

const text = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | null> => {
  const { value } = await reader.read();
  return value === undefined ? null : new TextDecoder().decode(value);
};

test("SEC-API-13: changes come in bounded chunks, in order, and a wake brings the next ones", async () => {
  const { stream, feed } = open();
  feed.push(...[1, 2, 3, 4].map(entry));
  const reader = stream.body.getReader();
  expect(await text(reader)).toBe("<1><2><3>");
  expect(await text(reader)).toBe("<4>");
  expect(await text(reader)).toBe("(beat 4)");
  const next = text(reader);
  feed.push(entry(5));
  stream.wake();
  expect(await next).toBe("<5>");
  await reader.cancel();
});

test("SEC-API-13: a reader that takes nothing is cut off", async () => {
  const { stream, ends, feed } = open({ stallMs: 20 });
  feed.push(entry(1));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(ends).toEqual([1]);
  await expect(stream.body.getReader().read()).rejects.toThrow("takes nothing");
});

test("SEC-API-13: a reader so far behind that changes are no longer kept gets an end, never a gap", async () => {
  const { stream, ends, feed } = open();
  feed.push(entry(7));
  expect(await text(stream.body.getReader())).toBe(null);
  expect(ends).toEqual([1]);
});

test("SEC-API-13: a credential that is no longer good ends the stream at the next beat", async () => {
  let isAllowed = true;
  const { stream, ends } = open({ beatMs: 10, isStillAllowed: async () => isAllowed });
  const reader = stream.body.getReader();
  expect([await text(reader), await text(reader)]).toEqual(["(beat 0)", "(beat 0)"]);
  isAllowed = false;
  while ((await text(reader)) !== null);
  expect(ends).toEqual([1]);
});

test("a stream ends once, whether the hub or the reader ends it, and a store that fails ends it too", async () => {
  const first = open();
  first.stream.end();
  first.stream.end();
  expect(await text(first.stream.body.getReader())).toBe(null);
  expect(first.ends).toEqual([1]);

  const second = open();
  await second.stream.body.cancel();
  second.stream.end();
  expect(second.ends).toEqual([1]);

  const third = open({ after: () => Promise.reject(new Error("disk")) });
  await expect(third.stream.body.getReader().read()).rejects.toThrow("disk");
  expect(third.ends).toEqual([1]);
});
