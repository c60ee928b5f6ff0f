import { BODY_MAX, isObject, readJson } from "./body.ts";
import { cookieOf, displayCookie, SESSION_COOKIE, sessionCookie } from "./credentials.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem, problem, waitProblem } from "./problem.ts";
import type { SignInThrottle } from "./sign-in-throttle.ts";

type Credential = { readonly use: "key" | "code"; readonly secret: string };

const credentialOf = (body: unknown): Credential | null => {
  if (!isObject(body)) return null;
  const [member, ...others] = Object.keys(body);
  if (others.length > 0 || (member !== "key" && member !== "code")) return null;
  const secret = body[member];
  const [least, most] = member === "key" ? [8, 128] : [6, 64];
  return typeof secret === "string" && secret.length >= least && secret.length <= most ? { use: member, secret } : null;
};

/** Console sign-in (控制台登录): a key or a one-time code for a cookie that scripts cannot read. */
export const sessionRoutes = (deps: HttpDeps, throttle: SignInThrottle): readonly Route[] => {
  const signIn = async ({ request, source, isSecure, circumstance }: Ask): Promise<Response | Problem> => {
    const now = deps.clock();
    const waitMs = throttle.waitMs(source, now);
    if (waitMs > 0) return waitProblem("too-many-requests", Math.ceil(waitMs / 1000));
    const body = await readJson(request, BODY_MAX);
    if (!body.ok) return body.error;
    const credential = credentialOf(body.value);
    if (credential === null)
      return invalid("", "Send an object with either key or code.", "请发送只含 key 或 code 的对象。");
    // Codes are typed by hand: case does not matter.
    const secret = credential.use === "code" ? credential.secret.trim().toUpperCase() : credential.secret;
    const agent = request.headers.get("user-agent") ?? "";
    const traded = await deps.access.firstSteps.trade({ ...credential, secret }, circumstance, agent);
    if (traded === null) {
      throttle.failed(source, now);
      return problem("unauthorized", "This key or code is not valid, or was already used. 密钥或代码无效,或已使用过。");
    }
    throttle.succeeded(source);
    return new Response(null, {
      status: 204,
      headers: {
        "Set-Cookie": (traded.isDisplay ? displayCookie : sessionCookie)(traded.session, isSecure),
        "Cache-Control": "no-store",
      },
    });
  };

  const signOut = async ({ caller, isSecure, circumstance }: Ask): Promise<Response> => {
    if (caller?.by === "session") await deps.access.sessions.signOut(caller, circumstance);
    return new Response(null, {
      status: 204,
      headers: { "Set-Cookie": sessionCookie("", isSecure), "Cache-Control": "no-store" },
    });
  };

  return [
    { method: "POST", path: "/api/v1/session", open: true, handle: signIn },
    {
      method: "GET",
      path: "/api/v1/session",
      handle: async ({ caller, request, isSecure }) => {
        const secret = caller?.actor.startsWith("display:") ? cookieOf(request, SESSION_COOKIE) : null;
        const renewed = secret === null ? {} : { "Set-Cookie": displayCookie(secret, isSecure) };
        const platformCode = await deps.tenants.platformCode(caller?.tenant ?? deps.tenant);
        return json({ name: caller?.name ?? "", platformCode, signedIn: true }, 200, renewed as Record<string, string>);
      },
    },
    { method: "DELETE", path: "/api/v1/session", handle: signOut },
  ];
};
