import type { TenantId } from "@dianan/model";
import { maskName } from "@dianan/sharing";
import type { SendOutcome } from "../core/notify-attempt.ts";
import type { NotifyChannel } from "../core/notify-policy.ts";
import type { Letter, LetterOutcome, Letters } from "../ports/letters.ts";
import type { Notice, NotifyAddress } from "../ports/notify-courier.ts";
import type { CourierBook, CourierWay } from "./courier-book.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import type { PeopleFinder } from "./people.ts";
import { maskedTarget, maskMail } from "./setting-items.ts";

/** In this order: what says most comes first. Nobody is called for a letter. */
const channels: readonly NotifyChannel[] = ["mail", "app", "sms"];

/** A letter in the form of a notice, for couriers that carry short messages. */
const noticeOf = ({ id, short }: Letter, address: NotifyAddress, at: Notice["at"]): Notice | null =>
  short === null
    ? null
    : {
        ...{ attemptId: id, alarmId: `letter-${id}`, alarm: { class: "event", type: "letter" }, address, facts: short },
        ...{ language: "zh", isFallback: false, link: null, at },
      };

/** Letters (信件) by the couriers of notices: the first that takes one carries it; what may have got through goes by no other. */
export const createLetters = (
  deps: Pick<NotifyDeps, "clock">,
  book: Pick<CourierBook, "open" | "channelsOf" | "told">,
  finder: Pick<PeopleFinder, "addressee">,
): Letters => {
  const carry = (
    { courier }: CourierWay,
    letter: Letter,
    address: NotifyAddress,
    stop: AbortSignal,
  ): Promise<SendOutcome> | null => {
    if (courier.post !== undefined) return courier.post(address.mail ?? "", letter, stop);
    const notice = noticeOf(letter, address, deps.clock());
    return notice === null ? null : courier.send(notice, stop);
  };

  return {
    find: async (tenant, to) => {
      const found = await finder.addressee(tenant, to);
      if (found === null) return null;
      const { address, name } = found;
      const mail = address.mail === undefined ? null : maskMail(address.mail);
      return { name: maskName(name), mail, channels: await book.channelsOf(tenant, address) };
    },
    send: async (tenant: TenantId, to, letter, stop): Promise<LetterOutcome> => {
      const found = await finder.addressee(tenant, to);
      if (found === null)
        return { outcome: { kind: "refused", code: "no-address", retry: "never" }, channel: null, target: null };
      const { address, name } = found;
      const wanted = letter.short === null ? channels.slice(0, 1) : channels;
      let last: LetterOutcome = {
        outcome: { kind: "refused", code: "no-courier", retry: "later" },
        ...{ channel: null, target: address.mail === undefined ? null : maskMail(address.mail) },
      };
      if (letter.short === null && address.mail === undefined)
        return { ...last, outcome: { kind: "refused", code: "no-address", retry: "never" } };
      for (const channel of wanted)
        for (const way of await book.open(tenant, channel, address)) {
          const carried = carry(way, letter, address, stop);
          if (carried === null) continue;
          const outcome = await carried;
          if (!stop.aborted) await book.told(tenant, way.id, outcome);
          last = { outcome, channel, target: maskedTarget(address, channel, maskName(name)) };
          if (outcome.kind !== "refused") return last;
        }
      return last;
    },
  };
};
