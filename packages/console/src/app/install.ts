type ScriptUrlPolicy = { createScriptURL(url: string): unknown };
type TrustedTypes = { createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy };

const WORKER = "/sw.js";

/**
 * Lets the page open without a network and be installed (PWA): its files are kept by a worker, the hub's data never. The hub's
 * policy wants the worker's address to be trusted, and only this one ever is. Without https, or in a browser without
 * workers, nothing happens.
 */
export const keepShell = async (): Promise<void> => {
  if (!isSecureContext || !("serviceWorker" in navigator)) return;
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  const rules: ScriptUrlPolicy = {
    createScriptURL: (url) => {
      if (url !== WORKER) throw new TypeError(`${url} is no script of this page`);
      return url;
    },
  };
  const url = trustedTypes?.createPolicy("dianan-worker", rules).createScriptURL(WORKER) ?? WORKER;
  try {
    await navigator.serviceWorker.register(url as string, { updateViaCache: "none" });
  } catch {
    // A page that cannot be kept still shows alarms.
  }
};
