import type { TenantId } from "@dianan/model";
import type { IConnectPacket } from "mqtt-packet";
import type { MqttDeps } from "./mqtt-deps.ts";
import { deviceTopic } from "./topics.ts";

/** Why a CONNECT is refused: return code of 3.1.1, reason code of 5, and in words. */
export type ConnectRefusal = {
  readonly returnCode: 2 | 3 | 4 | 5;
  readonly reasonCode: number;
  readonly words: string;
};

export type SignedIn = {
  readonly tenant: TenantId;
  readonly deviceId: string;
  readonly wireAddress: string;
  /** Id of the key. */ readonly credential: string;
};

const WILL_MAX = 1_024;

const refuse = (returnCode: ConnectRefusal["returnCode"], reasonCode: number, words: string): ConnectRefusal => ({
  ...{ returnCode, reasonCode, words },
});

/** Whether the device is there and its key works, asked again while it is connected (SEC-DEV-15). */
export const isStillGood = async (
  { keys, store }: Pick<MqttDeps, "keys" | "store">,
  { tenant, deviceId, credential }: SignedIn,
): Promise<boolean> => {
  const record = await store.record(tenant, "device", deviceId);
  if (record === null || record.deleted) return false;
  return (await keys.list(tenant, deviceId)).some(({ id, revokedAt }) => id === credential && revokedAt === null);
};

/** The device that signs in: user name is its id, password its key, client id its id or its wire address (SEC-DEV-13). */
export const signIn = async (
  deps: Pick<MqttDeps, "keys" | "store" | "clock">,
  { clientId, username, password, clean, will, properties }: IConnectPacket,
): Promise<SignedIn | ConnectRefusal> => {
  if (properties?.authenticationMethod !== undefined)
    return refuse(5, 0x8c, "请用用户名和设备密钥登录 Sign in with user name and device key.");
  const secret = Buffer.from(password ?? "").toString("utf8");
  const caller = secret === "" ? null : await deps.keys.bySecret(secret, deps.clock());
  if (caller === null || caller.name !== username)
    return refuse(
      4,
      0x86,
      "用户名应为设备 id,密码应为其设备密钥 The user name is the device's id, the password its key.",
    );
  const { tenant, name: deviceId, credential } = caller;
  const record = await deps.store.record(tenant, "device", deviceId);
  if (record === null || record.deleted)
    return refuse(5, 0x87, "该设备已不在登记中 The device is no longer registered.");
  const wireAddress = String(record.body.wireAddress ?? "");
  const isOwnId =
    clientId === deviceId || (clientId === wireAddress && clientId !== "") || (clientId === "" && clean === true);
  if (!isOwnId)
    return refuse(2, 0x85, "客户端 id 应为设备 id 或其通信地址 The client id is the device's id or its wire address.");
  if (will) {
    const topic = deviceTopic(will.topic);
    const { protocol } = record.body;
    const isOwn = topic?.kind === "status" && topic.at.protocol === protocol && topic.at.wireAddress === wireAddress;
    if (!isOwn || Buffer.byteLength(will.payload) > WILL_MAX)
      return refuse(5, 0x87, "遗嘱只能发往本设备的 status 主题 A will goes to the device's own status topic.");
  }
  return { tenant, deviceId, wireAddress, credential: credential ?? "" };
};

export const isRefusal = (outcome: SignedIn | ConnectRefusal): outcome is ConnectRefusal => "returnCode" in outcome;
