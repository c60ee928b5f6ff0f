import { firstLight } from "./01-first-light.ts";
import { accessAndAudit } from "./02-access-and-audit.ts";
import { recordHistory } from "./03-record-history.ts";
import { presenceHistory } from "./04-presence-history.ts";
import { listFilters } from "./05-list-filters.ts";
import { deviceModels } from "./06-device-models.ts";
import { webhooks } from "./07-webhooks.ts";
import { destinationKinds } from "./08-destination-kinds.ts";
import { dismissedStrangers } from "./09-dismissed-strangers.ts";
import { alarmLives } from "./10-alarm-lives.ts";
import { alarmLists } from "./11-alarm-lists.ts";
import { latestReadings } from "./12-latest-readings.ts";
import { packedReadings } from "./13-packed-readings.ts";
import { chargingSessions } from "./14-charging-sessions.ts";
import { alarmFigures } from "./15-alarm-figures.ts";
import { alarmGroups } from "./16-alarm-groups.ts";
import { alarmLatency } from "./17-alarm-latency.ts";
import { figureColumns } from "./18-figure-columns.ts";
import { sessionReceipt } from "./19-session-receipt.ts";
import { sentVersions } from "./20-sent-versions.ts";
import { notices } from "./21-notices.ts";
import { destinationLanes } from "./22-destination-lanes.ts";
import { dueTimes } from "./23-due-times.ts";

/**
 * In order; the database says in `user_version` how many it has taken. A released step is never edited; a new one is a file and
 * the last line here.
 */
export const steps: readonly string[] = [
  firstLight,
  accessAndAudit,
  recordHistory,
  presenceHistory,
  listFilters,
  deviceModels,
  webhooks,
  destinationKinds,
  dismissedStrangers,
  alarmLives,
  alarmLists,
  latestReadings,
  packedReadings,
  chargingSessions,
  alarmFigures,
  alarmGroups,
  alarmLatency,
  figureColumns,
  sessionReceipt,
  sentVersions,
  notices,
  destinationLanes,
  dueTimes,
];
