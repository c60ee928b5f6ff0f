import { accessCases } from "./access-cases.ts";
import { alarmLifeCases } from "./alarm-life-cases.ts";
import { bulkCases } from "./bulk-cases.ts";
import { documentCases } from "./document-cases.ts";
import { doorCases } from "./door-cases.ts";
import { endToEndCases } from "./end-to-end-cases.ts";
import { etagCases } from "./etag-cases.ts";
import { feedCases } from "./feed-cases.ts";
import { limitCases } from "./limit-cases.ts";
import { listCases } from "./list-cases.ts";
import { modelCases } from "./model-cases.ts";
import type { PlatformCase } from "./platform-case.ts";
import { problemCases } from "./problem-cases.ts";
import { rateCases } from "./rate-cases.ts";
import { recordCases } from "./record-cases.ts";
import { repeatCases } from "./repeat-cases.ts";
import { silenceBegins, silenceCases } from "./silence-cases.ts";
import { tenantCases } from "./tenant-cases.ts";
import { trustCases } from "./trust-cases.ts";
import { webhookCases } from "./webhook-cases.ts";
import { webhookDraftCases } from "./webhook-draft-cases.ts";

/** Cases of a platform of the open API; the kit is its clients, its devices and its receiver of webhooks. */
export const platformCases = (): readonly PlatformCase[] => [
  // What is silent from now on is judged near the end.
  ...silenceBegins,
  ...accessCases,
  ...problemCases,
  ...recordCases,
  ...bulkCases,
  ...listCases,
  ...etagCases,
  ...modelCases,
  ...repeatCases,
  ...documentCases,
  ...limitCases,
  ...tenantCases,
  ...feedCases,
  ...webhookCases,
  ...webhookDraftCases,
  ...doorCases(),
  ...endToEndCases,
  ...alarmLifeCases,
  ...trustCases,
  ...silenceCases,
  // What they use up, others would wait for.
  ...rateCases,
];
