// People who are signed in at a real hub with password and second factor, each in a browser of their own.
import type { RunningHub } from "@dianan/hub";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type Watch, watchPage } from "./browser.ts";
import { digitsAt } from "./totp-digits.ts";

const PASSWORD = "a long enough sentence";
type Answer = { readonly body: { readonly [member: string]: unknown }; readonly cookie: string };
type Viewport = { readonly width: number; readonly height: number };

/** Somebody who has an account, and the cookie of a session. */
export type Person = { readonly id: string; readonly name: string; readonly cookie: string };
/** A person's page. */
export type Desk = { readonly context: BrowserContext; readonly page: Page; readonly watch: Watch };

export type Team = {
  invite(name: string, role: string, within?: object): Promise<Person>;
  /** The person's browser at an address of the console. */
  desk(browser: Browser, person: Person, fragment: string, viewport?: Viewport): Promise<Desk>;
  /** A call of the open API as a person. */
  ask(person: Pick<Person, "cookie">, method: string, path: string, body?: unknown): Promise<Answer["body"]>;
};

const split = (cookie: string): { readonly name: string; readonly value: string } => {
  const at = cookie.indexOf("=");
  return { name: cookie.slice(0, at), value: cookie.slice(at + 1) };
};

/** Makes the first administrator of a fresh hub, who invites the others. */
export const openTeam = async (hub: RunningHub): Promise<Team> => {
  const call = async (method: string, path: string, body?: unknown, cookie = ""): Promise<Answer> => {
    const response = await fetch(`${hub.httpUrl}${path}`, {
      method,
      headers: { "sec-fetch-site": "same-origin", "content-type": "application/json", cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    const set = (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    return { body: text === "" ? {} : (JSON.parse(text) as Answer["body"]), cookie: set };
  };
  const enrol = async (ticket: unknown): Promise<string> => {
    const { body } = await call("POST", "/api/v1/session/totp-enrolment", { ticket });
    const code = digitsAt(String(body.secret), Date.now());
    return (await call("POST", "/api/v1/session/totp-enrolment/confirm", { ticket: body.ticket, code })).cookie;
  };
  const draft = { account: "admin-lin", name: "示例管理员", password: PASSWORD, code: hub.setupCode };
  const admin = await enrol((await call("POST", "/api/v1/setup", draft)).body.ticket);
  let invited = 0;
  return {
    invite: async (name, role, within) => {
      invited += 1;
      const grant = { role, ...(within === undefined ? {} : { within }) };
      const made = (await call("POST", "/api/v1/users", { account: `person-${invited}`, name, grant }, admin)).body;
      const step = await call("POST", "/api/v1/session/invitation", { code: made.code, password: PASSWORD });
      return { id: (made.user as { id: string }).id, name, cookie: await enrol(step.body.ticket) };
    },
    desk: async (browser, { cookie }, fragment, viewport = { width: 1366, height: 768 }) => {
      const context = await browser.newContext({ viewport, colorScheme: "light" });
      await context.addCookies([{ ...split(cookie), url: hub.httpUrl }]);
      const page = await context.newPage();
      const watch = await watchPage(page, hub.httpUrl);
      await page.goto(`${hub.httpUrl}/${fragment}`);
      return { context, page, watch };
    },
    ask: async ({ cookie }, method, path, body) => (await call(method, path, body, cookie)).body,
  };
};
