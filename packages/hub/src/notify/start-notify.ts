import { createBell } from "../ports/bell.ts";
import type { Letters } from "../ports/letters.ts";
import type { NoticeRow } from "../ports/notice-store.ts";
import type { Notifications } from "../ports/notifications.ts";
import { createByHand } from "./by-hand.ts";
import { createChannels } from "./channels.ts";
import { createContacts } from "./contacts.ts";
import { createCourierBook } from "./courier-book.ts";
import { createDispatcher } from "./dispatcher.ts";
import { createLetters } from "./letters.ts";
import { createLinks } from "./links.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import { createOwnContact } from "./own-contact.ts";
import { createPeopleFinder } from "./people.ts";
import { createPlanner } from "./planner.ts";
import { createPolicySettings } from "./policy-settings.ts";
import { createReceiptDoor } from "./receipt-door.ts";
import { createSender } from "./sender.ts";
import { openedAddress } from "./setting-items.ts";
import { createTrial } from "./trial.ts";
import { createVerification } from "./verification.ts";

/** Looked at this often even when nothing woke us: a hint carries no promise. */
const LOOK_MS = 1_000;

/** What is on its way when the hub closes has so long to be answered; after that it is taken up at the next start. */
const CLOSE_GRACE_MS = 1_500;

/** Reaching people at work: its API, and the loop that plans and sends. */
export type RunningNotify = {
  readonly notifications: Notifications;
  readonly letters: Letters;
  close(): Promise<void>;
};

/** Goes on where the hub stopped: cases and notices are in the store. */
export const startNotify = (deps: NotifyDeps): RunningNotify => {
  const { notices, clock } = deps;
  const bell = createBell(deps.timer);
  const openAddress = ({ tenant, id, address }: NoticeRow) => openedAddress(deps.seals, tenant, "notice", id, address);
  const book = createCourierBook(deps);
  const finder = createPeopleFinder(deps, book);
  const planner = createPlanner(deps, finder, openAddress);
  const sender = createSender(deps, book, planner, openAddress);
  const dispatcher = createDispatcher(deps, book, sender, openAddress, bell.ring);
  const contacts = createContacts(deps, book);
  let isClosing = false;
  let isResumed = false;

  /** How long nothing is to be done. Milliseconds. */
  const round = async (): Promise<number> => {
    if (!isResumed) await sender.resume();
    isResumed = true;
    const planned = await planner.round();
    const sent = await dispatcher.round();
    if (planned + sent > 0) return 0;
    const next = await notices.nextAt();
    // What is due and was left has to wait for a courier: its end rings.
    return next === null || next <= clock() ? LOOK_MS : Math.min(LOOK_MS, next - clock());
  };
  const run = async (): Promise<void> => {
    while (!isClosing) {
      let ms = LOOK_MS;
      try {
        ms = await round();
      } catch (error) {
        if (isClosing) return;
        deps.log(`notification: ${error instanceof Error ? error.message : "?"} 通知处理出错,将重试`);
      }
      if (!isClosing && ms > 0) await bell.sleep(ms);
    }
  };
  const stopHints = deps.hints.onHint(bell.ring);
  const running = run();

  return {
    notifications: {
      ...createPolicySettings(deps),
      ...createLinks(deps),
      trial: createTrial(deps, finder, book),
      contacts,
      own: createOwnContact(deps, contacts.find),
      verification: createVerification(deps, book, contacts.find),
      channels: createChannels(deps, book),
      page: notices.page,
      receipts: notices.receipts,
      byHand: createByHand(deps, finder, bell.ring),
      receipt: createReceiptDoor(deps, book, sender, openAddress),
    },
    letters: createLetters(deps, book, finder),
    close: async () => {
      isClosing = true;
      stopHints();
      bell.ring();
      const cancel = deps.timer(sender.close, CLOSE_GRACE_MS);
      await running;
      await dispatcher.idle();
      cancel();
    },
  };
};
