import { communities } from "../example-data/communities.ts";
import type { Values } from "../options/option.ts";
import { registerExamples } from "../registration.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import type { demoOptions } from "./demo-options.ts";
import { readyText, stopHub, tryStartHub } from "./hub.ts";
import { fleetOf } from "./simulate.ts";

const FIRST_ADDRESS = 1_001;

const communityTable = (): string =>
  [
    "",
    "示例社区与目标(附件3)Example communities and targets:",
    ...communities.map(
      ({ name, electricalFire, charging }) => `  ${name}  电气火灾 ${electricalFire}  充电场所 ${charging}`,
    ),
    `  合计 total  电气火灾 ${communities.reduce((sum, one) => sum + one.electricalFire, 0)}  充电场所 ${communities.reduce((sum, one) => sum + one.charging, 0)}`,
    "",
  ].join("\n");

/** `dianan demo`: a hub on example data with a small fleet, so that the first screen is alive. */
export const demoCommand = async (given: Values<typeof demoOptions>, terminal: Terminal): Promise<ExitCode> => {
  // A second demo needs a key for its own registration, and a link for its visitor: both are made anew each time.
  const values = { ...given, "new-key": true };
  const hub = await tryStartHub(values, terminal);
  if (hub === null) return 1;
  const key = hub.firstKey ?? "";
  await registerExamples({ api: hub.httpUrl, key, devices: values.devices, firstAddress: FIRST_ADDRESS });
  const fleet = fleetOf({
    devices: values.devices,
    scenario: "mixed",
    host: "127.0.0.1",
    port: hub.gb26875Port,
    "first-address": FIRST_ADDRESS,
    "period-seconds": 10,
    seed: 1,
  });
  terminal.out(readyText(hub, values));
  terminal.out(communityTable());
  await terminal.stopped;
  await fleet.stop();
  await stopHub(hub, terminal);
  return 0;
};
