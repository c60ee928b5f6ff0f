// A device that speaks JSON over MQTT: it trades its enrolment secret for a key, signs in with it, then tells a reading and an alarm, and
// repeats itself as a device does that got no ack. Usage: start <device id> <enrolment secret> [hub] [mqtt]
import { createClient } from "@dianan/open-api";
import { connectAsync } from "mqtt";

const [, , id = "", secret = "", baseUrl = "http://127.0.0.1:8080", broker = "mqtt://127.0.0.1:1883"] = process.argv;

const give = (what: string): never => {
  console.error(what);
  process.exit(1);
};

try {
  const enrolled = await createClient({ baseUrl }).POST("/api/v1/uplink/enrolment", { body: { secret } });
  if (enrolled.error) give(`${enrolled.error.code}: ${enrolled.error.detail}`);
  // A real device keeps it: the secret works once.
  const password = enrolled.data?.secret ?? "";
  const device = await connectAsync(broker, {
    ...{ clientId: id, username: id, password, protocolVersion: 5, reconnectPeriod: 0 },
    will: { topic: `dianan/v1/json/${id}/status`, payload: Buffer.from("offline"), qos: 1 },
  });
  console.log(`signed in: ${id}`);

  const up = `dianan/v1/json/${id}/up`;
  const message = {
    sequence: 1,
    readings: [{ component: "loop-5", quantity: "residualCurrent", value: 689 }],
    conditions: [{ component: "loop-5", type: "residualCurrentOver", present: true, value: 689, threshold: 500 }],
  };
  for (const one of [message, message, { sequence: 2, readings: [{ quantity: "temperature", value: 41.5 }] }]) {
    // Resolves with the PUBACK: then it is stored.
    await device.publishAsync(up, JSON.stringify(one), { qos: 1 });
    console.log(`${one.sequence}: stored`);
  }
  const foreign = await device.publishAsync("dianan/v1/json/other/up", "{}", { qos: 1 }).then(
    () => "stored",
    (error: { readonly code?: number }) => `refused, reason 0x${error.code?.toString(16)}`,
  );
  console.log(`another's topic: ${foreign}`);
  await device.endAsync();
} catch (error) {
  give(`${broker}: ${error instanceof Error ? error.message : String(error)} 平台是否在运行? Is the hub running?`);
}
