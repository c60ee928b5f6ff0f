import type { TenantId } from "@dianan/model";
import type { PushDoor, Receivers } from "../ports/receivers.ts";
import { createInbox } from "./inbox.ts";
import { createPlatformLinks } from "./platform-links.ts";
import type { ReceiveDeps } from "./receive-deps.ts";
import { createReceivers } from "./receivers.ts";

/** Receivers as the hub runs them. */
export type OpenReceive = {
  readonly receivers: Receivers;
  readonly pushDoor: PushDoor;
  /** Goes on with what was stored before the hub ended. */ resume(tenants: readonly TenantId[]): Promise<void>;
  /** Once a second: what could not be stored. */ tick(): void;
  idle(): Promise<void>;
};

export const openReceive = (deps: ReceiveDeps): OpenReceive => {
  const links = createPlatformLinks(deps);
  const inbox = createInbox(deps, links);
  const { resume, tick, idle } = inbox;
  return { receivers: createReceivers(deps, inbox, links), pushDoor: inbox, resume, tick, idle };
};
