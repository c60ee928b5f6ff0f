import type { Message } from "@dianan/codec";
import { openDevice } from "@dianan/device";
import type { Instant } from "@dianan/model";
import { type Bell, createBell } from "../ports/bell.ts";
import type { CentreLine, CentreTarget } from "../ports/centre.ts";
import type { OutboundFault } from "../ports/outbound.ts";
import { answerTo, dutyAnswer } from "./answers.ts";
import { labelOf } from "./batch.ts";
import { type CentreDeps, realTimer } from "./centre-deps.ts";
import { createCircuit } from "./circuit.ts";
import { exchange } from "./exchange.ts";
import { createFiller } from "./filler.ts";
import { createLink, type Link } from "./link.ts";
import { createSender, type Sender } from "./sender.ts";

const MINUTE_MS = 60_000;
/** After something of ours failed, such as the disk. Milliseconds. */
const TROUBLE_MS = 1_000;
/** First and longest pause before dialling again while nobody answers there. Milliseconds. */
const RECONNECT_MS = [500, 30_000] as const;

/** Why there is no connection, for people. */
const faultText: { readonly [F in OutboundFault]: string } = {
  addressForbidden: "the address must not be dialled 地址未放行",
  nameNotFound: "its name leads nowhere 域名无法解析",
  noConnection: "no connection 无法连接",
  tlsRefused: "no connection 无法连接",
  timeout: "no connection within 10 s 连接超时",
  stopped: "stopped",
};

/** Queues what happens for one fire centre, and is its transmission device (用户信息传输装置) while it is not paused. */
export const startCentreLine = (deps: CentreDeps, target: CentreTarget): CentreLine => {
  const { id, url, settings, isPaused } = target;
  const { clock, timer = realTimer, utcOffsetMinutes } = deps;
  const feedBell = createBell(timer);
  const queueBell = createBell(timer);
  const dialBell = createBell(timer);
  const circuit = createCircuit(deps, target);
  let isClosing = false;
  /** We hang up, because it does not answer. */ let isDropping = false;
  let heardAt: Instant | null = null;
  let dutyCheckUntil: Instant | null = null;
  let link: Link | null = null;
  let sender: Sender | null = null;

  const trouble =
    (what: string) =>
    (error: unknown): void =>
      deps.log(`fire centre ${id}: ${what}: ${error instanceof Error ? error.message : "?"}`);
  const note = (work: Promise<void>): void => void work.catch(trouble("its state was not stored 状态未能写入"));
  const filler = createFiller(deps, target, () => queueBell.ring());

  const heard = (): void => {
    heardAt = clock();
  };
  const asked = (message: Message): Message | "confirm" | "deny" => {
    heard();
    if (message.kind === "initialise") {
      sender?.restate();
      queueBell.ring();
    }
    const { platformName, version } = deps;
    return answerTo(message, { book: filler.book(), settings, platformName, version, utcOffsetMinutes, now: clock() });
  };
  const dial = (): Link => {
    link = createLink(
      async (stop) => {
        for (let ms = await circuit.waitMs(); ms > 0 && !stop.aborted; ms = await circuit.waitMs())
          await dialBell.sleep(ms);
        return deps.outbound.dial(url, stop);
      },
      (fault) => note(circuit.failed(faultText[fault], false)),
    );
    return link;
  };

  const device = isPaused
    ? null
    : openDevice({
        ...{ host: "", port: 0, dial, clock, timer, utcOffsetMinutes },
        ...(deps.random === undefined ? {} : { random: deps.random }),
        address: settings.sourceAddress,
        platformAddress: settings.centreAddress,
        resendAfterMs: settings.answerSeconds * 1000,
        resends: settings.resends,
        reconnectMs: RECONNECT_MS,
        onAsked: asked,
        onDutyCheck: (minutes) => {
          heard();
          dutyCheckUntil = (clock() + minutes * MINUTE_MS) as Instant;
          deps.log(
            `fire centre ${id}: asks whether somebody is on duty; answer within ${minutes} min: POST /api/v1/sharing/${id}/duty-answers 监控中心查岗,请在 ${minutes} 分钟内应答`,
          );
        },
        onLink: (isUp) => {
          if (isUp) sender?.begin();
          else if (sender?.isHeard() === false && !isDropping && !isClosing)
            note(circuit.failed("it hung up before it confirmed anything 对方未作确认即断开", true));
          isDropping = false;
          queueBell.ring();
        },
      });
  if (device !== null)
    sender = createSender(deps, target, {
      ...{ device, circuit, heard, book: () => (filler.isUpToDate() ? filler.book() : null) },
      drop: () => {
        isDropping = true;
        link?.drop();
      },
    });

  const run = async (bell: Bell, round: () => Promise<number>): Promise<void> => {
    while (!isClosing) {
      let ms: number = TROUBLE_MS;
      try {
        ms = await round();
      } catch (error) {
        if (!isClosing) trouble("failed 上报队列出错")(error);
      }
      if (!isClosing) await bell.sleep(ms);
    }
  };
  const stopHints = deps.hints.onHint(feedBell.ring);
  const running = [run(feedBell, filler.round), ...(sender === null ? [] : [run(queueBell, sender.round)])];

  return {
    kick: () => {
      circuit.release();
      for (const bell of [dialBell, queueBell, feedBell]) bell.ring();
    },
    link: () => ({
      isUp: device?.linkUp ?? false,
      heardAt,
      dutyCheckUntil: dutyCheckUntil !== null && dutyCheckUntil > clock() ? dutyCheckUntil : null,
    }),
    answerDuty: async (operatorNumber) => {
      if (dutyCheckUntil === null || dutyCheckUntil <= clock()) return "unasked";
      if (device === null || !device.linkUp) return "unheard";
      const time = labelOf(clock() + device.clockOffsetMs, utcOffsetMinutes);
      if ((await exchange(device, dutyAnswer(operatorNumber, time))) !== "confirmed") return "unheard";
      heard();
      dutyCheckUntil = null;
      return "confirmed";
    },
    close: async () => {
      isClosing = true;
      stopHints();
      for (const bell of [dialBell, queueBell, feedBell]) bell.ring();
      await device?.close();
      await Promise.all(running);
    },
  };
};
