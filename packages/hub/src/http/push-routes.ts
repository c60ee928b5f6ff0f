import type { PushRefusal } from "../ports/receivers.ts";
import { textAnswer } from "./answer-parts.ts";
import { isObject, readBytes, readJson } from "./body.ts";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem, problem, waitProblem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { bodyMaxOf, withBody } from "./whole-request.ts";

const PATH = "/api/v1/pushes/{address}";
const RETRY_SECONDS = 5;

/** Nothing says whether an address was never there, was replaced or has another secret. */
const refused = (refusal: PushRefusal): Problem => {
  switch (refusal) {
    case "unknown":
    case "credential":
      return problem("bad-credentials", "Enter the address that the hub has shown. 请填写平台给出的推送地址。");
    case "source":
      return problem("forbidden", "Nothing is taken from this address. 不接受来自该地址的推送。");
    case "disabled":
      return problem("wrong-state", "The receiver is switched off. 接收器已停用。");
    case "lost":
      return problem("wrong-state", "The receiver's secrets must be entered again. 须重新设置接收器的密钥。");
    case "signature":
      return problem("bad-signature", "It is not signed with the receiver's token. 签名与接收器的 token 不符。");
    case "shape":
      return invalid("", "It is no push of the receiver's platform.", "不是该接收器所属平台的推送。");
    case "busy":
      return waitProblem("busy", RETRY_SECONDS);
  }
};

/** Where IoT platforms push to (平台推送入口), EF-N.1: it is answered when it is durable, and decoded afterwards. */
export const pushRoutes = (deps: HttpDeps): readonly Route[] => [
  {
    method: "GET",
    path: PATH,
    open: true,
    tellsRefusals: true,
    handle: async ({ url, params, circumstance }) => {
      const query = readQuery(url, ["msg", "nonce", "signature"]);
      if (!query.ok) return query.error;
      const { msg, nonce, signature } = query.value;
      if (msg === undefined || nonce === undefined || signature === undefined)
        return invalid("/query/", "It takes msg, nonce and signature.", "须有 msg、nonce 和 signature。");
      const outcome = await deps.pushDoor.check(params.address ?? "", { msg, nonce, signature }, circumstance);
      return "refusal" in outcome
        ? refused(outcome.refusal)
        : textAnswer(outcome.echo, 200, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
    },
  },
  {
    method: "POST",
    path: PATH,
    open: true,
    tellsRefusals: true,
    handle: async ({ request, params, circumstance }) => {
      const bytes = await readBytes(request, bodyMaxOf({ method: "POST", path: PATH }));
      if (!bytes.ok) return bytes.error;
      const body = await readJson(withBody(request, bytes.value), bytes.value.length);
      if (!body.ok) return body.error;
      if (!isObject(body.value) && !Array.isArray(body.value))
        return invalid("", "Send an object, or a list.", "请发送一个对象或数组。");
      const { now, source } = circumstance;
      const text = new TextDecoder().decode(bytes.value);
      const header = (name: string): string | null => request.headers.get(name);
      const outcome = await deps.pushDoor.take(params.address ?? "", { body: body.value, text, header, source, now });
      return typeof outcome === "string" ? json({ status: outcome }) : refused(outcome.refusal);
    },
  },
];
