// A gateway that hands over frames as it got them, as base64: a wireless detector's, the same once more because no answer came, and one that
// was cut on its way. Usage: start <enrolment secret> [hub]
import { createClient } from "@dianan/open-api";
import { frame } from "./frame.ts";

const [, , secret = "", baseUrl = "http://127.0.0.1:8080"] = process.argv;
/** In the frame: the serial number of the detector. */
const detector = { protocol: "efire-7b7b", wireAddress: "12101052550001" };

const give = (what: string): never => {
  console.error(what);
  process.exit(1);
};

try {
  const enrolled = await createClient({ baseUrl }).POST("/api/v1/uplink/enrolment", { body: { secret } });
  if (enrolled.error) give(`${enrolled.error.code}: ${enrolled.error.detail}`);
  const gateway = createClient({ baseUrl, key: enrolled.data?.secret ?? "" });
  const cut = `${frame.slice(0, 200)}`;
  const items = [frame, frame, cut].map((base64) => ({ ...detector, base64 }));
  const { data, error } = await gateway.POST("/api/v1/uplink/frames", { body: { items } });
  if (error) give(`${error.code}: ${error.detail}`);
  for (const { status, error: why } of data?.results ?? [])
    console.log(why === null ? status : `${status}: ${why.code}`);
} catch (error) {
  give(`${baseUrl}: ${error instanceof Error ? error.message : String(error)} 平台是否在运行? Is the hub running?`);
}
