import { type Frame, gb26875 } from "@dianan/codec";
import type { FrameObject, FrameView, NativeEvent, ProfileContext } from "./frame-view.ts";

const CHINA = 480;

/** Objects of types 2 and 3 one by one, so that a profile can replace what the standard says of one of them. */
export const gb26875View = (decoded: unknown, context: ProfileContext): Partial<FrameView> => {
  const frame = decoded as Frame;
  const { message } = frame;
  const offset = context.utcOffsetMinutes ?? CHINA;
  if (message.kind !== "componentAnalog" && message.kind !== "componentStatus") return {};
  const objects: FrameObject[] = [];
  const native: NativeEvent[] = [];
  const take = (alone: Frame, object: Omit<FrameObject, "index">): void => {
    const index = objects.length;
    objects.push({ ...object, index });
    native.push(...gb26875.normalise(alone, context).map((event) => ({ event, object: index })));
  };
  if (message.kind === "componentAnalog")
    for (const item of message.items)
      take(
        { ...frame, message: { ...message, items: [item] } },
        {
          kind: "analog",
          componentType: item.componentType,
          type: item.analogType,
          raw: item.value,
          component: gb26875.componentKey(item),
          at: gb26875.instantOf(item.time, offset),
        },
      );
  else
    for (const item of message.items)
      take(
        { ...frame, message: { ...message, items: [item] } },
        {
          kind: "status",
          componentType: item.componentType,
          type: 0,
          raw: statusWord(item.status),
          component: gb26875.componentKey(item),
          at: gb26875.instantOf(item.time, offset),
        },
      );
  return { objects, native };
};

/** Bits of the word by their names, GB/T 26875.3-2011 figure 7. */
const bitNames = ["normal", "fire", "fault", "shielded", "supervised", "started", "feedback", "delayed", "powerFault"];

const statusWord = (status: { readonly [name: string]: boolean | number }): number =>
  bitNames.reduce((word, name, bit) => word + (status[name] === true ? 2 ** bit : 0), Number(status.reserved ?? 0));

/** Name in the raw code of the protocol's own condition for a bit of the word. */
export const statusBitName = (bit: number): string | null => bitNames[bit] ?? null;
