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
  const whole = gb26875.normalise({ ...frame, message: { ...message, items: [] } }, context);
  const native: NativeEvent[] = whole.map((event) => ({ event, object: null }));
  const take = (alone: Frame, object: Omit<FrameObject, "index">): void => {
    const index = objects.length;
    objects.push({ ...object, index });
    // What the frame says as a whole comes first, and once.
    const own = gb26875.normalise(alone, context).slice(whole.length);
    native.push(...own.map((event) => ({ event, object: index })));
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
          component: gb26875.componentKey(item, context.dialect),
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
          component: gb26875.componentKey(item, context.dialect),
          at: gb26875.instantOf(item.time, offset),
        },
      );
  return { objects, native };
};

const { componentStatusBits } = gb26875;
const bitNames = Object.entries(componentStatusBits);

const statusWord = (status: { readonly [name: string]: boolean | number | undefined }): number =>
  bitNames.reduce((word, [name, bit]) => word + (status[name] === true ? 2 ** bit : 0), Number(status.reserved ?? 0));

/** Name in the raw code of the protocol's own condition for a bit of the word. */
export const statusBitName = (bit: number): string | null => bitNames.find(([, one]) => one === bit)?.[0] ?? null;
