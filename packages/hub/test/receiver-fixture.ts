import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { gb26875 } from "@dianan/codec";
import { operator, type TestHub, unit, until } from "./http-fixture.ts";

/** An hour ago: the time at which devices have measured. A device's clock that is days off is not believed. */
export const MEASURED = Math.floor(Date.now() / 1000) * 1000 - 3_600_000;
/** A time as IoTDA writes it. */
export const iotdaTime = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, "");

export const TOKEN = "example-token";
export const KEY43 = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
export const KEY16 = "0123456789abcdef";

/** A frame of GB/T 26875.3 with a temperature, in tenths of a degree of the value that the hub then shows. */
export const frameOf = (address: number, serial: number, value = 300): Buffer => {
  const at = { year: 2026, month: 11, day: 27, hour: 8, minute: 0, second: 0 };
  const item = {
    ...{ systemType: 1, systemAddress: 1, componentAddress: 1, time: at, componentType: 18 },
    ...{ analogType: gb26875.analogTypes.temperature.code, value },
  };
  return Buffer.from(
    gb26875.encodeFrame({
      ...{ serial, version: { main: 1, user: 1 }, time: at, source: address, destination: 0, command: 2 },
      message: { kind: "componentAnalog", items: [item] },
    } as never),
  );
};

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is tested
export type Told = { readonly status: number; readonly body: any; readonly tag: string };

export type Platform = { readonly id: string; readonly url: string };

/** A hub with one unit, and what its receivers are asked. */
export type Receiving = {
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Told>;
  register(...devices: readonly object[]): Promise<void>;
  receiver(draft: object): Promise<Platform>;
  /** As a platform pushes: with nothing but its body. */ push(
    to: Platform,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Told>;
  /** What became of the newest push of a receiver, once it is decoded. */ newest(of: Platform): Promise<Told["body"]>;
  list(path: string): Promise<Told["body"][]>;
};

export const openReceiving = async (hub: () => TestHub): Promise<Receiving> => {
  const told = async (response: Response): Promise<Told> => {
    const text = await response.text();
    const isJson = (response.headers.get("content-type") ?? "").includes("json");
    return { status: response.status, tag: response.headers.get("etag") ?? "", body: isJson ? JSON.parse(text) : text };
  };
  const ask: Receiving["ask"] = async (method, path, body, headers) =>
    told(await hub().call(method, `/api/v1/${path}`, body, headers));
  const put = async (plural: string, items: readonly object[]): Promise<void> => {
    const { body } = await ask("POST", plural, { items });
    if (JSON.stringify(body).includes("refused")) throw new Error(JSON.stringify(body));
  };
  await put("operators", [operator]);
  await put("units", [unit]);
  return {
    ask,
    register: (...devices) => put("devices", devices),
    receiver: async (draft) => {
      const { status, body } = await ask("POST", "receivers", draft);
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
      // A hub that was started again listens elsewhere.
      return { id: body.receiver.id, url: new URL(body.url).pathname };
    },
    push: async ({ url }, body, headers = {}) =>
      told(
        await fetch(`${hub().hub.httpUrl}${url}`, {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body: typeof body === "string" ? body : JSON.stringify(body),
        }),
      ),
    newest: ({ id }) =>
      until(
        async () => (await ask("GET", `receivers/${id}/pushes?limit=1`)).body.items[0],
        (push) => push !== undefined && push.state !== "pending",
      ),
    list: async (path) => (await ask("GET", path)).body.items,
  };
};

const md5 = (text: string): string => createHash("md5").update(text, "utf8").digest("base64");

/** What the current OneNET pushes. */
export const onenetPush = (
  message: object,
  { id = "push-1", token = TOKEN, encrypt = (text: string) => text } = {},
) => {
  const msg = encrypt(JSON.stringify(message));
  const nonce = "nonce-1";
  return { msg, nonce, signature: md5(`${token}${nonce}${msg}`), time: MEASURED, id };
};

/** As the legacy OneNET encrypts: random bytes, length, message, padded to 32 bytes. */
export const legacyEncrypted = (text: string, key43 = KEY43): string => {
  const key = Buffer.from(`${key43}=`, "base64");
  const message = Buffer.from(text, "utf8");
  const length = Buffer.from([0, 0, message.length >> 8, message.length & 0xff]);
  const plain = Buffer.concat([randomBytes(16), length, message]);
  const pad = 32 - (plain.length % 32);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString(
    "base64",
  );
};

/** What the legacy OneNET pushes: encrypted, or its message as a member. */
export const legacyPush = (message: unknown, isEncrypted: boolean, token = TOKEN) => {
  const nonce = "nonce-2";
  const text = isEncrypted ? legacyEncrypted(JSON.stringify(message)) : JSON.stringify(message);
  const said = { nonce, msg_signature: md5(`${token}${nonce}${text}`) };
  return isEncrypted ? { ...said, enc_msg: text } : { ...said, msg: message };
};

export const ctwingReport = (payload: unknown, more: object = {}) => ({
  ...{ tenantId: "10000001", productId: "15000001", deviceId: "aep-0001", IMEI: "861000000000018", IMSI: "undefined" },
  ...{ messageType: "dataReport", protocol: "lwm2m", topic: "v1/up/ad", timestamp: MEASURED, deviceType: "" },
  ...{ upPacketSN: "", upDataSN: "", serviceId: "undefined", assocAssetId: "", payload, ...more },
});

export const iotdaReport = (services: readonly object[], id = "request-1") => ({
  ...{ resource: "device.property", event: "report", event_time: iotdaTime(MEASURED), request_id: id },
  ...{ event_time_ms: new Date(MEASURED + 123).toISOString() },
  notify_data: {
    header: {
      app_id: "app",
      device_id: "hw-1",
      node_id: "861000000000026",
      product_id: "p",
      gateway_id: "hw-1",
      tags: [],
    },
    body: { services },
  },
});
