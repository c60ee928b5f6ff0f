import { scopes as scopeWords } from "@dianan/open-api/tables";
import { BODY_MAX, readBytes } from "./body.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { type Problem, problem } from "./problem.ts";

type Basic = { readonly id: string; readonly secret: string };

const unauthorized = (): Problem =>
  problem("bad-credentials", "Check client_id and client_secret. 请核对 client_id 与 client_secret。", {
    headers: { "WWW-Authenticate": 'Basic realm="dianan"' },
  });

/** `Authorization: Basic` of RFC 6749 §2.3.1: both parts are form-encoded before they are joined. */
const basicOf = (request: Request): Basic | null => {
  const text = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (text === undefined) return null;
  const [id = "", ...secret] = Buffer.from(text, "base64").toString("utf8").split(":");
  try {
    return { id: decodeURIComponent(id), secret: decodeURIComponent(secret.join(":")) };
  } catch {
    return null;
  }
};

const formOf = async (request: Request): Promise<URLSearchParams | Problem> => {
  const mediaType = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/x-www-form-urlencoded")
    return problem("wrong-media-type", "Send a form. 请发送 application/x-www-form-urlencoded。");
  const body = await readBytes(request, BODY_MAX);
  if (!body.ok) return body.error;
  const form = new URLSearchParams(new TextDecoder().decode(body.value));
  const twice = [...form.keys()].find((name) => form.getAll(name).length > 1);
  return twice === undefined ? form : problem("invalid", "A member stands twice. 有重复成员。");
};

/** Tokens for machine clients: OAuth2 client credentials and revocation (RFC 6749 §4.4, RFC 7009). */
export const tokenRoutes = (deps: HttpDeps): readonly Route[] => {
  const { clients } = deps.machines;
  const handle =
    (work: (client: Basic, form: URLSearchParams, ask: Ask) => Promise<Response | Problem>): Route["handle"] =>
    async (ask) => {
      const client = basicOf(ask.request);
      if (client === null) return unauthorized();
      const form = await formOf(ask.request);
      return "kind" in form ? form : work(client, form, ask);
    };
  return [
    {
      method: "POST",
      path: "/oauth2/token",
      handle: handle(async ({ id, secret }, form, { circumstance }) => {
        if (form.get("grant_type") !== "client_credentials")
          return problem("invalid", "grant_type is client_credentials. grant_type 应为 client_credentials。", {
            errors: [
              {
                path: "/grant_type",
                message: { en: "Only client_credentials is given.", zh: "只支持 client_credentials。" },
              },
            ],
          });
        const asked =
          form
            .get("scope")
            ?.split(" ")
            .filter((word) => word !== "") ?? null;
        const issued = await clients.token(id, secret, asked, circumstance);
        if (issued === "wrong") return unauthorized();
        if (issued === "bad-scope")
          return problem("bad-scope", "Ask only for scopes that the client has. 只能申请客户端已有的权限范围。");
        const scopes = issued.scopes.length > 0 ? issued.scopes : Object.keys(scopeWords);
        return json({
          access_token: issued.token,
          token_type: "Bearer",
          expires_in: issued.expiresIn,
          scope: scopes.join(" "),
        });
      }),
    },
    {
      method: "POST",
      path: "/oauth2/revoke",
      handle: handle(async ({ id, secret }, form, { circumstance }) => {
        const outcome = await clients.revoke(id, secret, form.get("token") ?? "", circumstance.now);
        return outcome === "wrong" ? unauthorized() : new Response(null, { status: 204 });
      }),
    },
  ];
};
