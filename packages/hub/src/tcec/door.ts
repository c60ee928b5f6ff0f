import {
  openTcecRequest,
  sealTcecAnswer,
  type TcecEnvelope,
  type TcecFault,
  type TcecMembers,
  tcecRets,
} from "@dianan/sharing";
import type { TcecCall, TcecDoor, TcecReply } from "../ports/tcec.ts";
import { type Asked, given, refusedWith, type Told } from "./asked.ts";
import type { CallGuard } from "./call-guard.ts";
import { type DirectionKeys, directionKeys, gives, type PartnerItem, takes } from "./partner-item.ts";
import { operatorLookup } from "./partners.ts";
import type { TcecDeps } from "./tcec-deps.ts";
import type { Tokens } from "./tokens.ts";

/** What a partner may ask or push, by the name in the address, and in which role we answer it. */
export type Interfaces = {
  readonly [name: string]: {
    readonly as: "operator" | "platform";
    /** A push may come again as it is: it is answered as before. */ readonly isPush: boolean;
    readonly answer: (asked: Asked) => Promise<Told>;
  };
};

const QUERY_TOKEN = "query_token";
const CLAUSE = "T/CEC 102.4-2016";
const MSG_MAX = 500;

const isObject = (value: unknown): value is TcecMembers =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const said = (faults: readonly TcecFault[]): string =>
  faults
    .map(({ path, message }) => `${path}: ${message.zh} ${message.en}`)
    .join("; ")
    .slice(0, MSG_MAX);

/** To whom we share no secret: nothing to sign with. */
const unsigned = (ret: number, path: string, en: string, zh: string): TcecReply => ({
  ...{ Ret: ret, Msg: said([{ path, clause: CLAUSE, message: { en, zh } }]), Data: "", Sig: "" },
});

/**
 * Where partners call (充换电信息交换接口). In this order: who, envelope, how often, TimeStamp and Seq, token, then what is asked.
 *
 * @param refused - told of each refusal, for the partner's record
 */
export const createTcecDoor = (
  deps: TcecDeps,
  guard: CallGuard,
  tokens: Tokens,
  interfaces: Interfaces,
  refused: (partnerId: string, line: string) => void,
): TcecDoor => {
  const tokenAnswer = async ({ item, data, now }: Asked, { operatorSecret }: DirectionKeys): Promise<Told> => {
    const answer = (fail: number, token = "", seconds = 0): Told =>
      given({
        ...{ OperatorID: item.body.operatorId, SuccStat: fail === 0 ? 0 : 1, AccessToken: token },
        ...{ TokenAvailableTime: seconds, FailReason: fail },
      });
    if (data.OperatorID !== item.body.operatorId) return answer(1);
    const isRight =
      typeof data.OperatorSecret === "string" &&
      Buffer.from(deps.hashOf(data.OperatorSecret)).equals(Buffer.from(deps.hashOf(operatorSecret)));
    if (!isRight) return answer(2);
    const { token, seconds } = await tokens.issue(item.tenant, item.id, now);
    return answer(0, token, seconds);
  };

  const toldOf = async (call: TcecCall, item: PartnerItem, secrets: DirectionKeys): Promise<Told> => {
    const { body: settings, tenant, id } = item;
    const { name, now } = call;
    if (!settings.isEnabled) return refusedWith(tcecRets.busy, "", "Switched off.", "已停用。");
    const { switches, operatorId } = settings;
    const when = { now, windowMs: switches.windowSeconds * 1_000 };
    const opened = await openTcecRequest(call.body, operatorId, secrets.keys, switches, when);
    if (!opened.ok) return { ret: opened.error.ret, faults: [opened.error] };
    // Counted when it is known who calls: nobody else uses up what the partner may do.
    if (!guard.mayCall(id, settings, now)) return refusedWith(tcecRets.busy, "", "Too many calls.", "调用过于频繁。");
    const asked: Asked = { item, data: opened.value.data, now };
    const known = Object.hasOwn(interfaces, name) ? interfaces[name] : undefined;
    const admission = guard.admit(id, call.body as TcecEnvelope, settings, now);
    if (admission === "busy") return refusedWith(tcecRets.busy, "", "Too many calls.", "调用过于频繁。");
    if (admission === "reused")
      return refusedWith(tcecRets.parameters, "/Seq", "It was used in this second.", "该秒内序号重复。");
    if (admission === "same" && known?.isPush !== true)
      return refusedWith(tcecRets.parameters, "/Seq", "This very request came before.", "请求重放。");
    if (name === QUERY_TOKEN) return tokenAnswer(asked, secrets);
    if (!(await tokens.isGood(tenant, id, call.token, now)))
      return refusedWith(tcecRets.token, "", "No token, or it has ended: query_token.", "令牌无效或已过期。");
    if (known === undefined || !(known.as === "operator" ? gives(settings) : takes(settings)))
      return refusedWith(
        tcecRets.business,
        "",
        "No such interface, or not agreed with this partner.",
        "没有此接口或未约定。",
      );
    return known.answer(asked);
  };

  return {
    answer: async (call) => {
      const { name, body, source } = call;
      const operatorId = isObject(body) ? body.OperatorID : undefined;
      const found =
        typeof operatorId === "string" && /^[0-9A-Z]{9}$/.test(operatorId)
          ? await deps.access.find("tcecPartner", operatorLookup(deps, operatorId))
          : null;
      if (found === null)
        return unsigned(tcecRets.parameters, "/OperatorID", "It is no partner's.", "OperatorID 未对接。");
      const item = found as PartnerItem;
      if (item.body.sources.length > 0 && !deps.isInRanges(item.body.sources, source)) {
        refused(item.id, `source ${name}`);
        return "source";
      }
      const secrets = directionKeys(deps.seals, item, "incoming");
      if (secrets === null) {
        refused(item.id, `secrets ${name}`);
        return unsigned(tcecRets.failed, "", "No secrets to answer with: set them again.", "密钥缺失,请重新设置。");
      }
      let told: Told;
      try {
        told = await toldOf(call, item, secrets);
      } catch (error) {
        // What is ours is told as ours, so that it is sent again.
        deps.log(`tcec ${item.id} ${name}: ${error instanceof Error ? error.message : "?"} 处理失败`);
        told = refusedWith(tcecRets.failed, "", "The hub failed: send it again.", "平台处理失败,请重发。");
      }
      const { switches } = item.body;
      const [message, data] = "data" in told ? ["", told.data] : [said(told.faults), null];
      if (!("data" in told)) refused(item.id, `${told.ret} ${name} ${told.faults[0]?.path ?? ""}`.trim());
      const reply = await sealTcecAnswer(told.ret, message, data, secrets.keys, switches);
      return switches.ret === "text" ? { ...reply, Ret: String(reply.Ret) } : reply;
    },
  };
};
