import { isRecordId } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type {
  ChannelDraft,
  ChannelView,
  ContactDraft,
  ContactView,
  NewChannel,
  NotifyFault,
  VerifiableMember,
} from "../ports/notifications.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { notifyProblem } from "./notification-routes.ts";
import type { Problem } from "./problem.ts";
import { publicOrigin } from "./public-address.ts";
import { callerOf, settingRoutes } from "./setting-routes.ts";
import { forWhole } from "./sharing-routes.ts";
import { withBody } from "./sign-in-routes.ts";

const CONTACTS = "/api/v1/notification-contacts";
const VERIFY = `${CONTACTS}/{id}/verifications`;
const CONFIRM = `${VERIFY}/confirm`;
const CHANNELS = "/api/v1/notification-channels";

/** A contact as the document has it. */
export const shownContact = ({ phoneVerifiedAt, mailVerifiedAt, ...view }: ContactView, utcOffsetMinutes: number) => ({
  ...view,
  phoneVerifiedAt: phoneVerifiedAt === null ? null : offsetTime(phoneVerifiedAt, utcOffsetMinutes),
  mailVerifiedAt: mailVerifiedAt === null ? null : offsetTime(mailVerifiedAt, utcOffsetMinutes),
});

/** Whom notices go to and by what (通知联系人与渠道): addresses and secrets go in and never come out. */
export const notificationSettingRoutes = (deps: HttpDeps): readonly Route[] => {
  const { contacts, channels, verification } = deps.notifications;
  const contactShown = (view: ContactView) => shownContact(view, deps.utcOffsetMinutes);
  const isContact = async ({ id, view }: Ask): Promise<boolean> =>
    isRecordId(id) && (await contacts.find(view.tenant, id)) !== null;
  const begin = withBody<{ address: VerifiableMember }>("POST", VERIFY, async ({ address }, ask) => {
    const outcome = await verification.begin(callerOf(ask), ask.id, address, ask.circumstance);
    if ("fault" in outcome) return notifyProblem(outcome);
    return json({ outcome: outcome.kind, code: outcome.kind === "accepted" ? null : outcome.code.slice(0, 500) });
  });
  const confirm = withBody<{ address: VerifiableMember; code: string }>(
    "POST",
    CONFIRM,
    async ({ address, code }, ask) => {
      const outcome = await verification.confirm(callerOf(ask), ask.id, address, code, ask.circumstance);
      return "fault" in outcome
        ? notifyProblem(outcome)
        : json(contactShown(outcome.view), 200, { ETag: `"${outcome.view.version}"` });
    },
  );
  const shown = ({ pausedUntil, ...view }: ChannelView) => ({
    ...view,
    pausedUntil: pausedUntil === null ? null : offsetTime(pausedUntil, deps.utcOffsetMinutes),
  });
  const issued = (outcome: NewChannel | NotifyFault, ask: Ask): Response | Problem => {
    if ("fault" in outcome) return notifyProblem(outcome);
    const url = `${publicOrigin(deps, ask)}/api/v1/notification-receipts/${outcome.address}`;
    return json({ channel: shown(outcome.view), url }, 201, { Location: `${CHANNELS}/${outcome.view.id}` });
  };
  const test = withBody<{ contactId: string }>("POST", `${CHANNELS}/{id}/test`, async ({ contactId }, ask) => {
    const outcome = await channels.test(callerOf(ask), ask.id, contactId, ask.circumstance);
    if ("fault" in outcome) return notifyProblem(outcome);
    return json({ outcome: outcome.kind, code: outcome.kind === "accepted" ? null : outcome.code.slice(0, 500) });
  });
  const isThere = async ({ id, view }: Ask): Promise<boolean> =>
    isRecordId(id) && (await channels.find(view.tenant, id)) !== null;
  const absent = (): Problem => notifyProblem({ fault: "absent" });

  return [
    ...settingRoutes({ path: CONTACTS, settings: contacts, shown: contactShown, refusal: notifyProblem }),
    {
      method: "POST",
      path: CONTACTS,
      handle: forWhole(
        withBody<ContactDraft>("POST", CONTACTS, async (draft, ask) => {
          const made = await contacts.add(callerOf(ask), draft, ask.circumstance);
          return "fault" in made
            ? notifyProblem(made)
            : json(contactShown(made.view), 201, { Location: `${CONTACTS}/${made.view.id}` });
        }),
      ),
    },
    {
      method: "POST",
      path: VERIFY,
      handle: forWhole(async (ask) => ((await isContact(ask)) ? begin(ask) : absent())),
    },
    {
      method: "POST",
      path: CONFIRM,
      handle: forWhole(async (ask) => ((await isContact(ask)) ? confirm(ask) : absent())),
    },
    ...settingRoutes({ path: CHANNELS, settings: channels, shown, refusal: notifyProblem }),
    {
      method: "POST",
      path: CHANNELS,
      handle: forWhole(
        withBody<ChannelDraft>("POST", CHANNELS, async (draft, ask) =>
          issued(await channels.add(callerOf(ask), draft, ask.circumstance), ask),
        ),
      ),
    },
    {
      method: "POST",
      path: `${CHANNELS}/{id}/address`,
      handle: forWhole(async (ask) =>
        (await isThere(ask)) ? issued(await channels.rotate(callerOf(ask), ask.id, ask.circumstance), ask) : absent(),
      ),
    },
    {
      method: "POST",
      path: `${CHANNELS}/{id}/test`,
      handle: forWhole(async (ask) => ((await isThere(ask)) ? test(ask) : absent())),
    },
  ];
};
