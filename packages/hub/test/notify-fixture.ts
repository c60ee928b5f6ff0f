import { alarm, openTestHub, putPlace, type TestHub, unit, until } from "./http-fixture.ts";
import { type Asked, json, openProvider, PHONE, type Provider } from "./notify-provider.ts";

type Body = { readonly [member: string]: unknown };
export type NotifyHub = {
  hub: TestHub;
  readonly provider: Provider;
  /** Answer of a call that must not be refused. */ ok(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Body>;
  status(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<readonly [number, string]>;
  channel(kind: string, more?: object): Promise<{ readonly id: string; readonly receipts: string }>;
  contact(name: string, addresses: object): Promise<string>;
  policy(set: object): Promise<Body>;
  raise(id: string, more?: object): Promise<void>;
  notices(alarmId: string): Promise<readonly Body[]>;
  /** Waits until a provider was asked so often for something. */ asked(
    count: number,
    is: (asked: Asked) => boolean,
  ): Promise<readonly Asked[]>;
  end(): Promise<void>;
};

const keys = { accessKeyId: "id", accessKeySecret: "secret" };
const template = {
  id: "T_1",
  variables: [
    { name: "place", fact: "unit" },
    { name: "what", fact: "type" },
    { name: "count", fact: "count" },
  ],
};
export const isSms = ({ headers }: Asked): boolean => headers["x-acs-action"] === "SendSms";
export const isCall = ({ headers }: Asked): boolean => headers["x-acs-action"] === "SingleCallByTts";
export const isHook = ({ path }: Asked): boolean => path === "/hook";
export const accepted = (asked: Asked, response: Parameters<Provider["answer"]>[1]): void =>
  json(
    isHook(asked)
      ? {}
      : { Code: "OK", BizId: `biz-${asked.query.get("OutId")}`, CallId: `call-${asked.query.get("OutId")}` },
  )(asked, response);

/** A hub with a provider that takes everything, a unit, and an operator. */
export const openNotifyHub = async (config: Parameters<typeof openTestHub>[0] = {}): Promise<NotifyHub> => {
  const provider = await openProvider();
  provider.answer = accepted;
  let hub = await openTestHub({ outboundAllow: "127.0.0.1", publicUrl: "http://hub.example", ...config });
  await putPlace(hub);
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    hub.call(method, `/api/v1/${path}`, body, headers);
  const ok: NotifyHub["ok"] = async (method, path, body, headers) => {
    const response = await call(method, path, body, headers);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? {} : (JSON.parse(text) as Body);
  };
  return {
    get hub() {
      return hub;
    },
    set hub(next) {
      hub = next;
    },
    provider,
    ok,
    status: async (method, path, body, headers) => {
      const response = await call(method, path, body, headers);
      return [response.status, await response.text()];
    },
    channel: async (kind, more = {}) => {
      const sms = {
        options: { endpoint: provider.url, ...(kind === "aliyunSms" ? { signName: "电安" } : {}) },
        secrets: keys,
        templates: [template],
      };
      const made = await ok("POST", "notification-channels", {
        name: kind,
        kind,
        ...(kind.startsWith("aliyun") ? sms : {}),
        ...more,
      });
      return { id: (made.channel as { id: string }).id, receipts: new URL(String(made.url)).pathname };
    },
    contact: async (name, addresses) => (await ok("POST", "notification-contacts", { name, addresses })).id as string,
    policy: async (set) => {
      const { version = 0 } = await ok("GET", "notification-policy");
      return ok("PUT", "notification-policy", set, { "if-match": `"${version}"` });
    },
    raise: async (id, more = {}) => {
      // Alarms of one unit are one message: each of these is somewhere else.
      const unitId = `unit-${id}`;
      await ok("POST", "units", { items: [{ ...unit, id: unitId }] });
      const body = { ...alarm, id, unitId, class: "alarm", occurredAt: new Date().toISOString(), ...more };
      await ok("POST", "alarms", { items: [body] });
    },
    notices: async (alarmId) => (await ok("GET", `notifications?alarmId=${alarmId}`)).items as readonly Body[],
    asked: (count, is) =>
      until(
        () => provider.asked.filter(is),
        (all) => all.length >= count,
        15_000,
      ),
    end: async () => {
      await hub.end();
      await provider.close();
    },
  };
};
export { PHONE, unit };
