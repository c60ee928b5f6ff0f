// A device that speaks JSON over HTTP: it trades its enrolment secret for a key, then tells a reading and an alarm, and repeats itself as
// a device does that got no answer. Usage: start <enrolment secret> [hub]
import { createClient } from "@dianan/open-api";

const [, , secret = "", baseUrl = "http://127.0.0.1:8080"] = process.argv;

const give = (what: string): never => {
  console.error(what);
  process.exit(1);
};

try {
  const enrolled = await createClient({ baseUrl }).POST("/api/v1/uplink/enrolment", { body: { secret } });
  if (enrolled.error) give(`${enrolled.error.code}: ${enrolled.error.detail}`);
  // A real device keeps it: the secret works once.
  const key = enrolled.data?.secret ?? "";
  console.log(`enrolled: ${key.slice(0, 3)}…`);

  const device = createClient({ baseUrl, key });
  const message = {
    sequence: 1,
    readings: [{ component: "loop-5", quantity: "residualCurrent", value: 689 }],
    conditions: [{ component: "loop-5", type: "residualCurrentOver", present: true, value: 689, threshold: 500 }],
  };
  for (const body of [message, message, { sequence: 2, readings: [{ quantity: "temperature", value: 41.5 }] }]) {
    const { data, error } = await device.POST("/api/v1/uplink/events", { body });
    if (error) give(`${error.code}: ${error.detail}`);
    console.log(`${data?.sequence}: ${data?.status}`);
  }
} catch (error) {
  give(`${baseUrl}: ${error instanceof Error ? error.message : String(error)} 平台是否在运行? Is the hub running?`);
}
