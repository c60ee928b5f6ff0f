import type { ExpiryPart } from "../ports/retention.ts";
import type { AccessWriter } from "./access-writer.ts";
import type { ExpiryResult } from "./expiry-writer.ts";
import type { Job } from "./message.ts";
import type { OutboxWriter } from "./outbox-writer.ts";
import type { ReadingWriter } from "./reading-writer.ts";
import type { WebhookWriter } from "./webhook-writer.ts";

type SideJob = Exclude<Job, { readonly kind: "batch" }>;

/** What is no batch: the couriers' own bookkeeping, and sweeping. Returns the job's value. */
export const createSideWriter =
  (
    outbox: OutboxWriter,
    access: AccessWriter,
    webhooks: WebhookWriter,
    expiry: (part: ExpiryPart) => ExpiryResult,
    readings: ReadingWriter,
  ): ((job: SideJob) => unknown) =>
  (job) => {
    switch (job.kind) {
      case "expire": {
        const { entry, tenant } = job.part;
        const result = expiry(job.part);
        if (entry !== null && result.removed > 0) access.audit(tenant, entry);
        return result;
      }
      case "packReadings":
        return readings.pack(job.now, job.isAll);
      case "sweepItems":
        webhooks.sweep(job.now);
        return access.sweep(job.now);
      case "setDestinations":
        outbox.setAll(job.tenant, job.destinations, job.at);
        return null;
      case "oweMore":
        return outbox.oweMore(job.tenant, job.destination);
      case "failed":
        outbox.failed(job.tenant, job.destination, job.lane, job.nextAt, job.error);
        return null;
    }
  };
