import { type Dlt645Frame, dlt645 } from "@dianan/codec";
import { commandFrame, dialectOf, type Profile } from "@dianan/profile";
import type { Polling, PollPlan } from "../ports/polling.ts";
import { profilesOf } from "./profiles.ts";

/** Whichever meter is alone on the line. */
const ANYBODY = "AAAAAAAAAAAA";
/** A meter's own address: no wildcard, and not that of all meters. */
const OWN_ADDRESS = /^(?!9{12})[0-9]{12}$/;
const WAKE = 4;
const PERIOD_MS = 60_000;
/** 500 ms by the standard; the rest is a modem's. */
const ANSWER_MS = 4_000;

const { voltages, currents, neutralCurrent, activePowers, forwardEnergy, temperature, statusWord3 } =
  dlt645.dataIdentifiers;
/** What is read in each round of a meter without a profile: it refuses what it does not have. */
const standard = [voltages, currents, neutralCurrent, activePowers, forwardEnergy, temperature, statusWord3].map(
  ({ code }) => ({ di: code, everyMs: PERIOD_MS }),
);

/** The meter that a frame is of; null: it names none. */
export const addressOf = ({ address, message }: Dlt645Frame): string | null => {
  const digits = message.kind === "readAddressAnswer" ? message.address : address;
  return OWN_ADDRESS.test(digits) ? digits : null;
};

/** The data identifier of an answer; null: it has none. */
export const diOf = (message: Dlt645Frame["message"]): number | null => {
  if (message.kind !== "readAnswer") return "di" in message ? message.di : null;
  const { data } = message;
  return data.kind === "unknown" ? data.di : dlt645.dataIdentifiers[data.kind].code;
};

type Read = { readonly di: number; readonly everyMs: number };

const planOf = (reads: readonly Read[]): PollPlan => {
  const periodMs = Math.min(...reads.map(({ everyMs }) => everyMs));
  return {
    periodMs,
    answerMs: ANSWER_MS,
    questions: reads.length,
    everyRounds: reads.map(({ everyMs }) => Math.round(everyMs / periodMs)),
    question: ({ wireAddress, question }) =>
      dlt645.encodeFrame(
        wireAddress === null || question === null
          ? { preamble: WAKE, address: ANYBODY, message: { kind: "readAddressRequest" } }
          : dlt645.readRequest(wireAddress, reads[question]?.di ?? 0),
      ),
    answerOf: ({ wireAddress, question }, bytes) => {
      const decoded = dlt645.decodeFrame(bytes);
      if (!decoded.ok) return null;
      const { message } = decoded.value;
      const from = addressOf(decoded.value);
      if (from === null) return null;
      if (question === null) return message.kind === "readAddressAnswer" ? { wireAddress: from, says: "data" } : null;
      if (from !== wireAddress) return null;
      if (message.kind === "readError") return { wireAddress, says: message.error.noData ? "refused" : "failed" };
      const isMine = message.kind.startsWith("readAnswer") && diOf(message) === reads[question]?.di;
      return isMine ? { wireAddress, says: "data" } : null;
    },
  };
};

/** The reads of a profile's `poll`; commands that do something else are never sent on their own. */
const readsOf = (profile: Profile): readonly Read[] =>
  (profile.transport.poll ?? []).flatMap(({ command, slots = {}, everySeconds }) => {
    const made = commandFrame(profile, command, slots, { device: "000000000000", serial: 0, at: 0 });
    const message = made.ok ? (made.value as Dlt645Frame).message : null;
    return message?.kind === "readRequest" ? [{ di: message.di, everyMs: everySeconds * 1_000 }] : [];
  });

/** How meters are read: by their profiles, or what most meters have. */
export const dlt645Polling = (): Polling => {
  const plans = new Map<string, PollPlan>();
  for (const profile of profilesOf(dlt645.id)) {
    const reads = readsOf(profile);
    if (reads.length > 0) plans.set(profile.id, planOf(reads));
  }
  return { ...planOf(standard), ofProfile: (id) => plans.get(id) ?? null };
};

/** The options by which frames of a profile's meters are read. */
export const dialectFor = ({ transport }: Profile) => ({ dialect: dialectOf(transport) });
