import { createHash, createHmac } from "node:crypto";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Uint8Array, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** RFC 3986, as Aliyun asks for it. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

export type AliyunAsk = {
  readonly host: string;
  readonly action: string;
  readonly version: string;
  readonly parameters: { readonly [name: string]: string };
  /** `2023-10-26T10:22:32Z` */ readonly date: string;
  readonly nonce: string;
};

/** A call of Aliyun, signed by ACS3-HMAC-SHA256 (V3 request body and signature mechanism): its query and its headers. */
export const signAliyun = (
  { host, action, version, parameters, date, nonce }: AliyunAsk,
  { accessKeyId, accessKeySecret }: { readonly accessKeyId: string; readonly accessKeySecret: string },
): { readonly query: string; readonly headers: { readonly [name: string]: string } } => {
  const query = Object.keys(parameters)
    .sort()
    .map((name) => `${escaped(name)}=${escaped(parameters[name] ?? "")}`)
    .join("&");
  const signed: { readonly [name: string]: string } = {
    host,
    "x-acs-action": action,
    "x-acs-content-sha256": sha256(""),
    "x-acs-date": date,
    "x-acs-signature-nonce": nonce,
    "x-acs-version": version,
  };
  const names = Object.keys(signed).sort();
  const lines = names.map((name) => `${name}:${signed[name]}\n`).join("");
  const canonical = ["POST", "/", query, lines, names.join(";"), sha256("")].join("\n");
  const signature = hmac(accessKeySecret, `ACS3-HMAC-SHA256\n${sha256(canonical)}`).toString("hex");
  const authorization = `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${names.join(";")},Signature=${signature}`;
  return { query, headers: { ...signed, authorization } };
};

export type TencentAsk = {
  readonly host: string;
  readonly service: string;
  /** As it is sent, byte by byte. */ readonly body: string;
  /** Seconds UTC. */ readonly timestamp: number;
};

/** The Authorization header of a call of Tencent Cloud (签名方法 v3, TC3-HMAC-SHA256). */
export const signTencent = (
  { host, service, body, timestamp }: TencentAsk,
  { secretId, secretKey }: { readonly secretId: string; readonly secretKey: string },
): string => {
  const names = "content-type;host";
  const lines = `content-type:application/json; charset=utf-8\nhost:${host}\n`;
  const canonical = ["POST", "/", "", lines, names, sha256(body)].join("\n");
  const date = new Date(timestamp * 1_000).toISOString().slice(0, 10);
  const scope = `${date}/${service}/tc3_request`;
  const text = `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256(canonical)}`;
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), "tc3_request");
  const signature = hmac(key, text).toString("hex");
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
};

/** The signature of Twilio's callbacks: URL, then each parameter of the form with its value, in order of the names. */
export const signTwilio = (url: string, form: URLSearchParams, authToken: string): string => {
  const names = [...new Set(form.keys())].sort();
  const text = names
    .map((name) =>
      form
        .getAll(name)
        .map((value) => `${name}${value}`)
        .join(""),
    )
    .join("");
  return createHmac("sha1", authToken).update(`${url}${text}`).digest("base64");
};
