// The platform of a charging operator, by T/CEC 102: what it answers when it is asked, and how it asks itself.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  nextTcecSeq,
  openTcecAnswer,
  openTcecRequest,
  sealTcecAnswer,
  sealTcecRequest,
  standardTcecProfile,
  type TcecKeys,
  type TcecMembers,
  type TcecStamp,
  tcecKeys,
} from "@dianan/sharing";

export type Secrets = {
  readonly operatorSecret: string;
  readonly dataSecret: string;
  readonly dataSecretIv: string;
  readonly sigSecret: string;
};

const keysOf = (secrets: Secrets): TcecKeys => {
  const keys = tcecKeys(secrets, standardTcecProfile);
  if (!keys.ok) throw new Error(keys.error.map(({ message }) => message.en).join());
  return keys.value;
};

/**
 * Listens for the hub and answers it.
 *
 * @param from - OperatorID of the hub
 * @param answers - by the interface's name; the token is given here
 */
export const listen = async (
  from: string,
  secrets: Secrets,
  answers: { readonly [name: string]: (data: TcecMembers) => TcecMembers },
): Promise<{ readonly url: string; readonly asked: readonly string[]; close(): void }> => {
  const keys = keysOf(secrets);
  const asked: string[] = [];
  const token = crypto.randomUUID();
  const answerTo = async (name: string, body: unknown, bearer: string) => {
    const when = { now: Date.now(), windowMs: 300_000 };
    const opened = await openTcecRequest(body, from, keys, standardTcecProfile, when);
    const refuse = (ret: number, words: string) => sealTcecAnswer(ret, words, null, keys, standardTcecProfile);
    if (!opened.ok) return refuse(opened.error.ret, opened.error.message.zh);
    const { data } = opened.value;
    asked.push(name);
    if (name === "query_token") {
      const isRight = data.OperatorSecret === secrets.operatorSecret;
      const given = { AccessToken: isRight ? token : "", TokenAvailableTime: 7_200, FailReason: isRight ? 0 : 2 };
      const told = { OperatorID: from, SuccStat: isRight ? 0 : 1, ...given };
      return sealTcecAnswer(0, "", told, keys, standardTcecProfile);
    }
    if (bearer !== `Bearer ${token}`) return refuse(4002, "令牌无效");
    const answer = answers[name];
    return answer === undefined
      ? refuse(4004, "没有此接口")
      : sealTcecAnswer(0, "", answer(data), keys, standardTcecProfile);
  };
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const name = request.url?.split("/").at(-1) ?? "";
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.end(JSON.stringify(await answerTo(name, JSON.parse(text), request.headers.authorization ?? "")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/evcs/v1`, asked, close: () => server.close() };
};

/** Calls the hub. @param own - our OperatorID */
export const caller = (base: string, own: string, secrets: Secrets) => {
  const keys = keysOf(secrets);
  let last: TcecStamp | null = null;
  return async (name: string, data: TcecMembers, token = "", sig?: string) => {
    last = nextTcecSeq(last, Date.now());
    if (last === null) throw new Error("9999 calls in a second");
    const sealed = await sealTcecRequest(own, data, last, keys, standardTcecProfile);
    const asked = sig === undefined ? sealed : { ...sealed, Sig: sig };
    const headers = { "content-type": "application/json; charset=utf-8", authorization: `Bearer ${token}` };
    const response = await fetch(`${base}/evcs/v1/${name}`, { method: "POST", headers, body: JSON.stringify(asked) });
    const answer = await openTcecAnswer(await response.json(), asked, keys, standardTcecProfile);
    if (!answer.ok) throw new Error(answer.error.message.en);
    return answer.value;
  };
};
