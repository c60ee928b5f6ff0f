import {
  nextTcecSeq,
  openTcecAnswer,
  sealTcecRequest,
  type TcecMembers,
  type TcecStamp,
  tcecReader,
  tcecRets,
} from "@dianan/sharing";
import { type DirectionKeys, directionKeys, type PartnerItem } from "./partner-item.ts";
import type { TcecDeps } from "./tcec-deps.ts";

/** What became of a call; `fault`: there was no answer that can be believed, in words for the partner's record. */
export type CallOutcome =
  | { readonly kind: "ok"; readonly data: TcecMembers }
  | { readonly kind: "ret"; readonly ret: number; readonly message: string }
  | { readonly kind: "fault"; readonly why: string }
  | { readonly kind: "stopped" };

export type PartnerClient = {
  /** Fetches a token where there is none, and once more where the partner says that it has ended (4002). */
  call(item: PartnerItem, name: string, data: TcecMembers, stop: AbortSignal): Promise<CallOutcome>;
  forget(partnerId: string): void;
};

/** A page of 100 stations fits. */
const ANSWER_BYTES = 8 * 1024 * 1024;
const DEADLINE_MS = 20_000;
/** One strict platform refuses longer ones. Seconds. */
const TOKEN_SECONDS_MAX = 7 * 86_400;
/** A token is used for this part of its time, so that it does not end on its way. */
const TOKEN_SHARE = 0.8;
const SEQ_WAIT_MS = 100;

type Held = { readonly token: string; readonly until: number };

/** Calls a partner (调用对接方), by the guarded way out (SEC-OUT-01 to -03). Tokens and numbers are in memory only. */
export const createPartnerClient = (deps: Pick<TcecDeps, "outbound" | "seals" | "clock">): PartnerClient => {
  const held = new Map<string, Held>();
  const last = new Map<string, TcecStamp>();

  const stampFor = async (id: string): Promise<TcecStamp> => {
    for (;;) {
      const next = nextTcecSeq(last.get(id) ?? null, deps.clock());
      if (next !== null) {
        last.set(id, next);
        return next;
      }
      await new Promise((resolve) => setTimeout(resolve, SEQ_WAIT_MS));
    }
  };

  const once = async (
    { id, body: { url, ownOperatorId, switches } }: PartnerItem,
    { keys }: DirectionKeys,
    name: string,
    data: TcecMembers,
    token: string | null,
    stop: AbortSignal,
  ): Promise<CallOutcome> => {
    const asked = await sealTcecRequest(ownOperatorId, data, await stampFor(id), keys, switches);
    const outcome = await deps.outbound.post({
      url: `${url ?? ""}/${name}`,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "DianAn",
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(asked),
      stop,
      ...{ deadlineMs: DEADLINE_MS, answerBytes: ANSWER_BYTES },
    });
    if (!outcome.ok) return outcome.error === "stopped" ? { kind: "stopped" } : { kind: "fault", why: outcome.error };
    const { status, body } = outcome.value;
    if (status !== 200) return { kind: "fault", why: `HTTP ${status}` };
    let answer: unknown;
    try {
      answer = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    } catch {
      return { kind: "fault", why: "answer: no JSON" };
    }
    const opened = await openTcecAnswer(answer, asked, keys, switches);
    if (!opened.ok) return { kind: "fault", why: `answer: ${opened.error.path}` };
    const { ret, message, data: given } = opened.value;
    return ret === tcecRets.accepted ? { kind: "ok", data: given ?? {} } : { kind: "ret", ret, message };
  };

  const tokenFor = async (
    item: PartnerItem,
    secrets: DirectionKeys,
    stop: AbortSignal,
  ): Promise<{ readonly token: string } | Exclude<CallOutcome, { readonly kind: "ok" }>> => {
    const now = deps.clock();
    const known = held.get(item.id);
    if (known !== undefined && known.until > now) return known;
    const { ownOperatorId, switches } = item.body;
    const data = { OperatorID: ownOperatorId, OperatorSecret: secrets.operatorSecret };
    const answer = await once(item, secrets, "query_token", data, null, stop);
    if (answer.kind !== "ok") return answer;
    const read = tcecReader(answer.data, "", switches.numbers);
    if (read.whole("SuccStat", 0, 1) !== 0)
      return { kind: "fault", why: `query_token: FailReason ${Number(answer.data.FailReason)}` };
    const token = read.text("AccessToken", 1_024);
    const seconds = read.whole("TokenAvailableTime", 1, TOKEN_SECONDS_MAX);
    const [first] = read.faults;
    if (first !== undefined || !/^[!-~]+$/.test(token))
      return { kind: "fault", why: `query_token: ${first?.path ?? "/AccessToken"}` };
    const fresh = { token, until: now + seconds * 1_000 * TOKEN_SHARE };
    held.set(item.id, fresh);
    return fresh;
  };

  return {
    call: async (item, name, data, stop) => {
      const secrets = directionKeys(deps.seals, item, "outgoing");
      if (secrets === null) return { kind: "fault", why: "secrets do not open" };
      for (const isLast of [false, true]) {
        const token = await tokenFor(item, secrets, stop);
        if (!("token" in token)) return token;
        const outcome = await once(item, secrets, name, data, token.token, stop);
        if (isLast || outcome.kind !== "ret" || outcome.ret !== tcecRets.token) return outcome;
        if (held.get(item.id)?.token === token.token) held.delete(item.id);
      }
      return { kind: "stopped" };
    },
    forget: (partnerId) => void held.delete(partnerId),
  };
};
