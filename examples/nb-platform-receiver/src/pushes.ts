// What each platform would push, in its own form: see platform-interop in docs/receivers.md for what of it is confirmed.
import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { gb26875 } from "@dianan/codec";

const md5 = (text: string): string => createHash("md5").update(text).digest("base64");

/** CTWing AEP, a transparent product: the device's frame, here a temperature of 41.5 °C, as base64. */
export const ctwing = (imei: string, at: number): object => {
  const time = { year: 2026, month: 1, day: 2, hour: 8, minute: 0, second: 0 };
  const analogType = gb26875.analogTypes.temperature.code;
  const part = { systemType: 1, systemAddress: 1, componentType: 18, componentAddress: 1 };
  const frame = gb26875.encodeFrame({
    ...{
      serial: 1,
      version: { main: 1, user: 1 },
      time,
      source: 701,
      destination: 0,
      command: gb26875.commands.sendData.code,
    },
    message: { kind: "componentAnalog", items: [{ ...part, analogType, value: 415, time }] },
  });
  const APPdata = Buffer.from(frame).toString("base64");
  return {
    messageType: "dataReport",
    deviceId: "aep-1",
    IMEI: imei,
    timestamp: at,
    serviceId: "undefined",
    payload: { APPdata },
  };
};

/** OneNET: properties with their times as a text, signed with the token. */
export const onenet = (deviceName: string, token: string, at: number): object => {
  const params = { leak: { value: "6890", time: at }, alarm: { value: 1, time: at } };
  const msg = JSON.stringify({ deviceName, messageType: "notify", notifyType: "property", data: { params } });
  const nonce = randomBytes(6).toString("hex");
  return { id: `push-${at}`, time: at, nonce, msg, signature: md5(`${token}${nonce}${msg}`) };
};

/** The legacy OneNET: a data point, encrypted and signed. */
export const onenetLegacy = (dev_id: string, token: string, aesKey: string, at: number): object => {
  const message = Buffer.from(JSON.stringify({ type: 1, dev_id, ds_id: "3303_0_5700", at, value: 23.5 }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const key = Buffer.from(`${aesKey}=`, "base64");
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16));
  const plain = Buffer.concat([randomBytes(16), length, message]);
  const enc_msg = Buffer.concat([cipher.update(plain), cipher.final()]).toString("base64");
  const nonce = randomBytes(6).toString("hex");
  return { enc_msg, nonce, msg_signature: md5(`${token}${nonce}${enc_msg}`) };
};

/** Huawei IoTDA: properties of a service, with times in UTC. */
export const iotda = (node_id: string, at: number): object => {
  const event_time = new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
  const services = [{ service_id: "Meter", properties: { temp: 33.3 }, event_time }];
  const notify_data = { header: { device_id: "hw-1", node_id, product_id: "p-1" }, body: { services } };
  return { resource: "device.property", event: "report", event_time, request_id: `request-${at}`, notify_data };
};
