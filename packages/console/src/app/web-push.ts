import type { components } from "@dianan/open-api";

type Subscription = components["schemas"]["WebPushSubscription"];
/** Why a browser was not enrolled. */
type PushFault = "unsupported" | "denied" | "no-service";

/** Whether this browser can be told when the page is closed: it needs https and a worker. */
const hasPush = (): boolean =>
  isSecureContext && "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));

/**
 * Enrols this browser at its maker's push service (RFC 8030), after the person has allowed it.
 *
 * @param pushKey - public key of the hub (RFC 8292): nobody else can push to this browser
 */
export const enrolBrowser = async (
  pushKey: string,
): Promise<{ readonly ok: true; readonly value: Subscription } | { readonly ok: false; readonly error: PushFault }> => {
  if (!hasPush()) return { ok: false, error: "unsupported" };
  if ((await Notification.requestPermission()) !== "granted") return { ok: false, error: "denied" };
  const { pushManager } = await navigator.serviceWorker.ready;
  try {
    // One that was made with another key of the hub is of no use any longer.
    await (await pushManager.getSubscription())?.unsubscribe();
    const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(pushKey) });
    const { endpoint, keys: { p256dh = "", auth = "" } = {} } = made.toJSON();
    return { ok: true, value: { endpoint: endpoint ?? made.endpoint, p256dh, auth } };
  } catch {
    return { ok: false, error: "no-service" };
  }
};

/** This browser is told no longer, whatever the hub still believes. */
export const leaveBrowser = async (): Promise<void> => {
  if (!hasPush()) return;
  const registration = await navigator.serviceWorker.getRegistration();
  const made = await registration?.pushManager.getSubscription().catch(() => null);
  await made?.unsubscribe().catch(() => false);
};
