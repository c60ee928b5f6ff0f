import type { Content, DiananFrame } from "@dianan/codec";
import type { DiananSeat } from "./dianan-seat.ts";

export type Alarm = Extract<Content, { readonly kind: "alarm" }>;
export const [GONE, PRESENT, TEST] = [0, 1, 2];

/** Alarms of a frame in this state; what a receiver does not know counts as present. */
export const alarmsOf = ({ records }: DiananFrame, state: number): readonly Alarm[] =>
  records.flatMap(({ content }) =>
    content.kind === "alarm" && (content.state > TEST ? PRESENT : content.state) === state ? [content] : [],
  );
export const contentsOf = <K extends Content["kind"]>(frames: readonly DiananFrame[], kind: K) =>
  frames.flatMap(({ records }) =>
    records.flatMap(({ content }) => (content.kind === kind ? [content as Extract<Content, { kind: K }>] : [])),
  );
export const framesSince = (seat: DiananSeat, since: number): readonly DiananFrame[] =>
  seat.heard.slice(since).flatMap(({ frame }) => (frame === null ? [] : [frame]));
