import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { putSites } from "./charging-fixture.ts";
import { openTestHub, type TestHub } from "./http-fixture.ts";

/** What a partner of T/CEC 102 would do, by Node's own cryptography: nothing of ours has made it. */
export type Secrets = {
  readonly operatorSecret: string;
  readonly dataSecret: string;
  readonly dataSecretIv: string;
  readonly sigSecret: string;
};
/** Three different ones for each direction: one in the place of another shows. */
export const THEIRS: Secrets = {
  operatorSecret: "their-operator-secret",
  dataSecret: "0123456789abcdef",
  dataSecretIv: "fedcba9876543210",
  sigSecret: "their-signature-x",
};
export const OURS: Secrets = {
  operatorSecret: "our-operator-secret",
  dataSecret: "abcdef0123456789",
  dataSecretIv: "9876543210fedcba",
  sigSecret: "our-signature-key",
};
export const THEM = "MA0000001";
export const US = "MA0000002";

export const partnerDraft = {
  ...{ name: "充电监管平台", role: "operator", operatorId: THEM, ownOperatorId: US },
  secrets: { incoming: THEIRS },
};

export const encrypted = ({ dataSecret, dataSecretIv }: Secrets, text: string): string => {
  const cipher = createCipheriv("aes-128-cbc", dataSecret, dataSecretIv);
  return Buffer.concat([cipher.update(text, "utf8"), cipher.final()]).toString("base64");
};
export const decrypted = ({ dataSecret, dataSecretIv }: Secrets, text: string): string => {
  const decipher = createDecipheriv("aes-128-cbc", dataSecret, dataSecretIv);
  return Buffer.concat([decipher.update(text, "base64"), decipher.final()]).toString("utf8");
};
export const signed = ({ sigSecret }: Secrets, text: string): string =>
  createHmac("md5", sigSecret).update(text, "utf8").digest("hex").toUpperCase();

/** A time as its TimeStamp has it. */
export const stampOf = (at: number): string =>
  new Date(at + 8 * 3_600_000)
    .toISOString()
    .slice(0, 19)
    .replaceAll(/[^0-9]/g, "");

export type Envelope = {
  readonly OperatorID: string;
  readonly Data: string;
  readonly TimeStamp: string;
  readonly Seq: string;
  readonly Sig: string;
};
/** @param set - members that differ; the signature fits them unless it is one of them */
export const envelope = (
  data: object | string,
  set: Partial<Envelope> = {},
  secrets = THEIRS,
  operator = THEM,
): Envelope => {
  const member = {
    ...{ OperatorID: operator, TimeStamp: stampOf(Date.now()), Seq: nextSeq() },
    Data: encrypted(secrets, typeof data === "string" ? data : JSON.stringify(data)),
    ...set,
  };
  return { Sig: signed(secrets, member.OperatorID + member.Data + member.TimeStamp + member.Seq), ...member };
};
let seq = 0;
/** A partner that numbers its messages through. */
export const nextSeq = (): string => {
  seq = (seq % 9_999) + 1;
  return String(seq).padStart(4, "0");
};

export type Reply = {
  readonly status: number;
  readonly ret: number | string;
  readonly message: string;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is tested
  readonly data: any;
};
/** A partner that calls a hub, and checks each signature that it gets. */
export type Caller = {
  send(name: string, body: unknown, token?: string): Promise<Reply>;
  token(): Promise<string>;
  /** With a good envelope and token. */ call(name: string, data: object | string): Promise<Reply>;
};

export const openCaller = (base: () => string, secrets = THEIRS, operator = THEM): Caller => {
  let held = "";
  const send: Caller["send"] = async (name, body, token) => {
    const response = await fetch(`${base()}/evcs/v1/${name}`, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    const answer = (await response.json()) as Record<string, string>;
    const { Ret, Msg = "", Data = "", Sig = "" } = answer;
    const isSigned = Sig !== "" && Sig === signed(secrets, `${Ret}${Msg}${Data}`);
    if (Data !== "" && !isSigned) throw new Error(`the answer's signature does not fit: ${JSON.stringify(answer)}`);
    const data = Data === "" ? null : JSON.parse(decrypted(secrets, Data));
    return { status: response.status, ret: Ret as never, message: Msg, data };
  };
  const token = async (): Promise<string> => {
    const data = { OperatorID: operator, OperatorSecret: secrets.operatorSecret };
    const answer = await send("query_token", envelope(data, {}, secrets, operator));
    if (answer.data?.SuccStat !== 0) throw new Error(JSON.stringify(answer));
    held = answer.data.AccessToken;
    return held;
  };
  return {
    send,
    token,
    call: async (name, data) => send(name, envelope(data, {}, secrets, operator), held === "" ? await token() : held),
  };
};

/** A hub with two charging sites and a partner. */
export const openTcecHub = async (
  draft: object = partnerDraft,
  config: object = {},
): Promise<TestHub & { id: string }> => {
  const hub = await openTestHub(config);
  await putSites(hub);
  const made = await hub.call("POST", "/api/v1/tcec-partners", draft);
  const body = (await made.json()) as { id: string };
  if (made.status !== 201) throw new Error(JSON.stringify(body));
  return { ...hub, id: body.id };
};

// biome-ignore lint/suspicious/noExplicitAny: what was sent is what is tested
export type Sent = { readonly name: string; readonly data: any; readonly token: string; readonly body: Envelope };
export type PartnerAnswer = {
  readonly ret: number;
  readonly data: object | null;
  readonly status?: number;
  /** From the right signature what is sent as one. */ readonly sig?: (right: string) => string;
};
/** The platform of a partner, to which the hub comes with these secrets. */
export const servePartner = async (
  secrets: Secrets,
  answer: (sent: Sent) => PartnerAnswer,
): Promise<{ readonly url: string; close(): void }> => {
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const body = JSON.parse(text) as Envelope;
    const name = request.url?.split("/").at(-1) ?? "";
    const token = request.headers.authorization ?? "";
    const said = answer({ name, data: JSON.parse(decrypted(secrets, body.Data)), token, body });
    const { ret, data, status = 200, sig = (right: string) => right } = said;
    const Data = data === null ? "" : encrypted(secrets, JSON.stringify(data));
    response
      .writeHead(status)
      .end(JSON.stringify({ Ret: ret, Msg: "", Data, Sig: sig(signed(secrets, `${ret}${Data}`)) }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/evcs/v1`, close: () => void server.close() };
};
