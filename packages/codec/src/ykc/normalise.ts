import { decode, rawOf, textOf, u16be } from "@dianan/layout";
import type { ModelEvent } from "@dianan/model";
import { condition, diagnostic } from "../pile-events.ts";
import type { NormaliseContext } from "../protocol.ts";
import { answerEvents, cardEvents, lockEvents, transactionEvents } from "./charge-events.ts";
import { pileTypes } from "./codes.ts";
import type { YkcFrame } from "./frame.ts";
import { abortEvents, batteryEvents, heartbeatEvents, realtimeEvents } from "./gun-events.ts";
import { instantOf } from "./time.ts";
import { type Of, orderOf, portOf } from "./words.ts";

const CHINA = 480;

/** A number that tells the frames of one connection apart; the document does not say which of the two bytes is higher. */
const serialOf = (seq: Uint8Array): number => {
  const number = decode(u16be, seq);
  return number.ok ? number.value : 0;
};

const loginFacts = ({ pile, pileType, guns, protocolVersion, firmware, network, sim, operator }: Of<"login">) => ({
  serialNumber: pile,
  ports: String(guns),
  firmware: textOf(firmware),
  protocolVersion: (protocolVersion / 10).toFixed(1),
  pileType: pileType === pileTypes.dc.code ? "dc" : pileType === pileTypes.ac.code ? "ac" : String(pileType),
  network: String(network),
  operator: String(operator),
  ...(typeof sim === "string" ? { sim } : {}),
});

/** Whether a transaction number is one: digits, or nothing at all. */
const orderDoubts = (body: YkcFrame["body"]): readonly ModelEvent[] =>
  "transaction" in body && rawOf(body.transaction) !== null
    ? [diagnostic("bad-transaction", `transaction number ${orderOf(body.transaction)}: it is no decimal number`)]
    : [];

/**
 * What a frame says in the words of the model. What the platform sends says nothing of the pile.
 *
 * @returns events in the order of the bytes
 */
export const normalise = (frame: YkcFrame, context: NormaliseContext): readonly ModelEvent[] => {
  const offset = context.utcOffsetMinutes ?? CHINA;
  return [...orderDoubts(frame.body), ...eventsOf(frame, offset)];
};

const eventsOf = ({ seq, encryption, body }: YkcFrame, offset: number): readonly ModelEvent[] => {
  switch (body.kind) {
    case "login":
      return [{ kind: "identity", facts: loginFacts(body) }];
    case "heartbeat":
      return heartbeatEvents(body);
    case "realtime":
      return realtimeEvents(body);
    case "bmsInfo":
      return batteryEvents(body);
    case "bmsAbort":
    case "chargerAbort":
      return abortEvents(body);
    case "bmsError":
      return body.errors.every((byte) => byte === 0)
        ? []
        : [condition(portOf(body.gun), "unmapped", `bmsError:${[...body.errors].join(".")}`)];
    case "transaction":
      return transactionEvents(body, offset);
    case "remoteStartAnswer":
    case "remoteStopAnswer":
    case "balanceAnswer":
    case "cardsAnswer":
    case "workParamsAnswer":
    case "setTariffAnswer":
    case "lockAnswer":
    case "rebootAnswer":
    case "upgradeAnswer":
    case "parallelStartAnswer":
      return answerEvents(body, serialOf(seq));
    case "clearCardsAnswer":
    case "findCardsAnswer":
      return [cardEvents(body, serialOf(seq))];
    case "setClockAnswer": {
      const at = instantOf(body.time, offset);
      return at === null
        ? [diagnostic("bad-time", "the pile's time is missing or no time")]
        : [{ kind: "deviceClock", at }];
    }
    case "lockState":
      return lockEvents(body);
    case "encrypted":
      return [diagnostic("encrypted-body", `type ${body.type}, encryption ${encryption}: kept as bytes`)];
    case "unknown":
      return [diagnostic("unknown-type", `type ${body.type}: kept as bytes`)];
    case "loginAnswer":
    case "heartbeatAnswer":
    case "tariffCheck":
    case "tariffCheckAnswer":
    case "tariffRequest":
    case "tariffAnswer":
    case "readRealtime":
    case "bmsHandshake":
    case "bmsConfig":
    case "bmsEnd":
    case "bmsDemand":
    case "cardStart":
    case "cardStartAnswer":
    case "remoteStart":
    case "remoteStop":
    case "transactionConfirm":
    case "balance":
    case "cards":
    case "clearCards":
    case "findCards":
    case "workParams":
    case "setClock":
    case "setTariff":
    case "lock":
    case "reboot":
    case "upgrade":
    case "parallelCardStart":
    case "parallelCardStartAnswer":
    case "parallelStart":
      return [];
  }
};
