import { offsetTime } from "../core/offset-time.ts";
import type { PasswordFault } from "../core/password-policy.ts";
import type { Factor, SignInStep } from "../ports/access-engine.ts";
import type { Account } from "../ports/account.ts";
import { sessionCookie } from "./credentials.ts";
import { type Ask, type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { isProblem, type Problem, problem } from "./problem.ts";
import { readBody } from "./request-body.ts";

type Step = Exclude<SignInStep, { readonly kind: "open" }>;

export const badCredentials = (): Problem => problem("bad-credentials", "Check them and try again. 请核对后重试。");

const faultWords: { readonly [F in PasswordFault]: { readonly en: string; readonly zh: string } } = {
  "too-short": { en: "At least 8 characters.", zh: "至少 8 个字符。" },
  "too-long": { en: "At most 128 characters.", zh: "最多 128 个字符。" },
  common: { en: "Everybody knows this one.", zh: "这是常见密码。" },
  context: { en: "It holds your name or the product's.", zh: "不能含有姓名、登录名或产品名。" },
  kinds: { en: "Three of: lower case, upper case, digits, others.", zh: "须含小写、大写、数字、其他字符中的三类。" },
  "used-before": { en: "It is one of your last five.", zh: "与最近五次的密码相同。" },
};

/** What is wrong with a new password. */
export const passwordRejected = (faults: readonly PasswordFault[], path = "/password"): Problem =>
  problem("password-rejected", "Choose a longer one. 请选用更长的密码。", {
    errors: faults.map((code) => ({ path, code, message: faultWords[code] })),
  });

/** The next step as the document has it, or why there is none. */
const stepAnswer = (deps: HttpDeps, step: Step): Response | Problem => {
  switch (step.kind) {
    case "wait":
      return problem("locked", "Too many failed sign-ins. 登录失败过多。", {
        headers: { "Retry-After": String(Math.ceil(step.ms / 1000)) },
      });
    case "wrong":
      return badCredentials();
    case "factor":
    case "enrol":
    case "password":
      return json({
        step: { factor: "secondFactor", enrol: "enrolFactor", password: "changePassword" }[step.kind],
        ticket: step.challenge,
        methods: step.methods,
        expiresAt: offsetTime(step.expiresAt, deps.utcOffsetMinutes),
      });
  }
};

const signedIn = (session: string, isSecure: boolean, body?: unknown): Response => {
  const headers = { "Set-Cookie": sessionCookie(session, isSecure), "Cache-Control": "no-store" };
  return body === undefined ? new Response(null, { status: 204, headers }) : json(body, 200, headers);
};

const agentOf = ({ request }: Ask): string => request.headers.get("user-agent") ?? "";

/** Reads a body and goes on with it. */
export const withBody =
  <T>(
    method: Route["method"],
    path: string,
    work: (body: T, ask: Ask) => Promise<Response | Problem>,
  ): Route["handle"] =>
  async (ask) => {
    const body = await readBody<T>(ask.request, method, path);
    return body.ok ? work(body.value, ask) : body.error;
  };

/** Sign-in of people: password, second factor, passkey, first administrator, invitations (SEC-USR-01 to -06). */
export const signInRoutes = (deps: HttpDeps): readonly Route[] => {
  const { signIn, enrolment, people, passkeys } = deps.access;
  const post = <T>(path: string, work: (body: T, ask: Ask) => Promise<Response | Problem>): Route => ({
    method: "POST",
    path,
    open: true,
    handle: withBody<T>("POST", path, work),
  });
  const opened = (step: SignInStep, { isSecure }: Ask): Response | Problem =>
    step.kind === "open" ? signedIn(step.session, isSecure) : stepAnswer(deps, step);
  const withFactor = (factorOf: (code: string) => Factor) => async (body: { ticket: string; code: string }, ask: Ask) =>
    opened(await signIn.factor(body.ticket, factorOf(body.code), ask.circumstance, agentOf(ask)), ask);

  return [
    {
      method: "GET",
      path: "/api/v1/setup",
      open: true,
      handle: async () => json({ isOpen: await people.isEmpty(deps.tenant) }),
    },
    post<{ code: string; account: string; name: string; password: string }>("/api/v1/setup", async (body, ask) => {
      const tenant = (await people.tenantOfCode(body.code)) ?? deps.tenant;
      if (!(await people.isEmpty(tenant)))
        return problem("setup-over", "Ask an administrator for an invitation. 请向管理员申请邀请。");
      const chosen = { name: body.account, displayName: body.name, password: body.password };
      const step = await people.redeem(body.code, chosen, ask.circumstance);
      if (step.kind === "faults") return passwordRejected(step.faults);
      return "challenge" in step ? stepAnswer(deps, step) : badCredentials();
    }),
    post<{ account: string; password: string }>("/api/v1/session/password", async (body, ask) => {
      const step = await signIn.password(body.account, body.password, ask.circumstance);
      return opened(step, ask);
    }),
    post(
      "/api/v1/session/totp",
      withFactor((code) => ({ kind: "totp", code })),
    ),
    post(
      "/api/v1/session/recovery-code",
      withFactor((code) => ({ kind: "recovery", code })),
    ),
    {
      method: "POST",
      path: "/api/v1/session/passkey-options",
      open: true,
      handle: async ({ circumstance }) => {
        const { challenge, options } = await passkeys.ask(circumstance.now);
        return json({ ticket: challenge, publicKey: options });
      },
    },
    post<{ ticket: string; credential: object }>("/api/v1/session/passkey", async (body, ask) =>
      opened(await passkeys.signIn(body.ticket, body.credential, ask.circumstance, agentOf(ask)), ask),
    ),
    post<{ code: string; password: string }>("/api/v1/session/invitation", async (body, ask) => {
      const step = await people.redeem(body.code, { password: body.password }, ask.circumstance);
      if (step.kind === "faults") return passwordRejected(step.faults);
      return "challenge" in step ? stepAnswer(deps, step) : badCredentials();
    }),
    post<{ ticket: string; password: string }>("/api/v1/session/password-change", async (body, ask) => {
      const step = await enrolment.changePassword(body.ticket, body.password, ask.circumstance);
      return step.kind === "faults" ? passwordRejected(step.faults) : opened(step, ask);
    }),
    post<{ ticket: string }>("/api/v1/session/totp-enrolment", async (body, { circumstance }) => {
      const offer = await enrolment.offer(body.ticket, circumstance);
      return offer === null ? badCredentials() : json({ ticket: offer.challenge, secret: offer.text, uri: offer.uri });
    }),
    post<{ ticket: string; code: string }>("/api/v1/session/totp-enrolment/confirm", async (body, ask) => {
      const { step, recovery } = await enrolment.confirm(body.ticket, body.code, ask.circumstance, agentOf(ask));
      return step.kind === "open" ? signedIn(step.session, ask.isSecure, { codes: recovery }) : badCredentials();
    }),
  ];
};

/** The account of whoever is signed in, or a refusal: a session of a key is nobody's account. */
export const ownAccount = async (deps: HttpDeps, { caller }: Ask): Promise<Account | Problem> => {
  const account =
    caller?.by === "session" && caller.actor.startsWith("account:")
      ? await deps.access.people.find(caller.tenant, caller.actor.slice("account:".length))
      : null;
  return account ?? problem("forbidden", "Sign in with an account first. 请先用账号登录。");
};

/** A handler for those who are signed in with an account of their own. */
export const forOwn =
  (deps: HttpDeps, work: (account: Account, ask: Ask) => Promise<Response | Problem>): Handler =>
  async (ask) => {
    const account = await ownAccount(deps, ask);
    return isProblem(account) ? account : work(account, ask);
  };
