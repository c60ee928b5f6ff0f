/** Pushes that are durable and wait for being decoded; above it platforms are asked to come again. */
const PUSHES_MAX = 10_000;
/** The same in characters of what was pushed. */
const TEXT_MAX = 64 * 1024 * 1024;
/** One receiver may fill this part of both: a platform that floods leaves room for the others (SEC-API-08). */
const SHARE = 2;

export type Waiting = {
  /** @param others - pushes that wait for something else, such as room in the store */
  mayCome(receiverId: string, characters: number, others: number): boolean;
  add(receiverId: string, characters: number): void;
  remove(receiverId: string, characters: number): void;
};

type Load = { readonly pushes: number; readonly text: number };
const NONE: Load = { pushes: 0, text: 0 };

/** What waits, in all and by receiver. */
export const createWaiting = (): Waiting => {
  let all = NONE;
  const own = new Map<string, Load>();
  const changed = (receiverId: string, pushes: number, characters: number): void => {
    const more = ({ pushes: count, text }: Load): Load => ({ pushes: count + pushes, text: text + characters });
    all = more(all);
    const next = more(own.get(receiverId) ?? NONE);
    if (next.pushes <= 0) own.delete(receiverId);
    else own.set(receiverId, next);
  };
  return {
    mayCome: (receiverId, characters, others) => {
      const { pushes, text } = own.get(receiverId) ?? NONE;
      return (
        all.pushes + others < PUSHES_MAX &&
        all.text + characters <= TEXT_MAX &&
        pushes < PUSHES_MAX / SHARE &&
        text + characters <= TEXT_MAX / SHARE
      );
    },
    add: (receiverId, characters) => changed(receiverId, 1, characters),
    remove: (receiverId, characters) => changed(receiverId, -1, -characters),
  };
};
