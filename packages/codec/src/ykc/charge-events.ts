import type { ComponentKey, ModelEvent } from "@dianan/model";
import { condition, diagnostic } from "../pile-events.ts";
import { fenOf } from "./gun-events.ts";
import { stopMeaning, stopText } from "./stop-codes.ts";
import { instantOf } from "./time.ts";
import { type Of, orderOf, portOf } from "./words.ts";

/** The end of a session, as 0x3B settles it, with the alarm that its stop code is. */
export const transactionEvents = (body: Of<"transaction">, utcOffsetMinutes: number): readonly ModelEvent[] => {
  const component = portOf(body.gun);
  const from = instantOf(body.startedAt, utcOffsetMinutes);
  const at = instantOf(body.endedAt, utcOffsetMinutes);
  const isKnownSpan = from !== null && at !== null && at >= from;
  const { end, alarm, text } = stopMeaning(body.stopCode);
  const rawCode = `stop:${stopText(body.stopCode)}`;
  const session: ModelEvent = {
    kind: "session",
    component,
    phase: "ended",
    order: orderOf(body.transaction),
    elapsed: isKnownSpan ? Math.round((at - from) / 1_000) : null,
    energy: body.energy,
    amount: fenOf(body.amount),
    end,
    rawCode,
    at,
  };
  return alarm === null ? [session] : [session, condition(component, alarm, rawCode, at, text)];
};

/** Answers by which a pile says what became of a command, and the command that each of them answers. */
const answered = {
  remoteStartAnswer: { command: "remoteStart", done: 1 },
  remoteStopAnswer: { command: "remoteStop", done: 1 },
  balanceAnswer: { command: "balance", done: 0 },
  cardsAnswer: { command: "cards", done: 1 },
  workParamsAnswer: { command: "workParams", done: 1 },
  setTariffAnswer: { command: "setTariff", done: 1 },
  lockAnswer: { command: "lock", done: 1 },
  rebootAnswer: { command: "reboot", done: 1 },
  upgradeAnswer: { command: "upgrade", done: 0 },
  parallelStartAnswer: { command: "parallelStart", done: 1 },
} as const;
type Answer = Of<keyof typeof answered>;

/** What became of a command. The sequence number of the command says which one; its bytes are taken high first. */
export const answerEvents = (body: Answer, serial: number): readonly ModelEvent[] => {
  const { command, done } = answered[body.kind];
  const component: ComponentKey | null = "gun" in body ? portOf(body.gun) : null;
  const reason = "reason" in body ? `:${body.reason}` : "";
  return [
    {
      kind: "commandResult",
      component,
      command,
      outcome: body.result === done ? "done" : "refused",
      serial,
      rawCode: `result:${body.result}${reason}`,
    },
  ];
};

/** Cards that a pile cleared or has: one outcome for all, done when every one is. */
export const cardEvents = ({ kind, cards }: Of<"clearCardsAnswer" | "findCardsAnswer">, serial: number): ModelEvent => {
  const failed = cards.filter(({ result }) => result !== 1).length;
  return {
    kind: "commandResult",
    component: null,
    command: kind === "clearCardsAnswer" ? "clearCards" : "findCards",
    // A card that is not stored is what was asked, not a failure.
    outcome: kind === "findCardsAnswer" || failed === 0 ? "done" : "failed",
    serial,
    rawCode: `cards:${cards.length} not:${failed}`,
  };
};

/** A parking lock: its battery and its alarm, for which the model has no name of its own. */
export const lockEvents = ({ gun, position, battery, alarm }: Of<"lockState">): readonly ModelEvent[] => {
  const component = `lock/${Number(gun)}` as ComponentKey;
  const percent: ModelEvent = {
    kind: "reading",
    component,
    quantity: "batteryPercent",
    value: battery * 10,
    quality: battery > 100 ? "outOfRange" : "good",
    at: null,
  };
  const state = diagnostic("parking-lock", `${component}: position ${position}, alarm ${alarm}`);
  return alarm === 0 ? [percent, state] : [percent, state, condition(component, "unmapped", `lock:${alarm}`)];
};
