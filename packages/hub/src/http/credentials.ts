import { ABSOLUTE_HOURS_MAX } from "../core/security-rules.ts";

/** Name of the console's cookie. */
export const SESSION_COOKIE = "dianan_session";
/** How long a sign-in may last at most; its session mostly ends before. Seconds. */
const SESSION_S = ABSOLUTE_HOURS_MAX * 3_600;
/** As long as browsers keep any cookie; a display renews it. Seconds. */
const DISPLAY_S = 400 * 86_400;

/** The value of a cookie, or null. */
export const cookieOf = (request: Request, name: string): string | null => {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
};

/**
 * Whether a change by cookie comes from our own pages. Browsers say so in Sec-Fetch-Site, older ones in Origin; a header
 * that no form and no foreign script without leave can send stands for both.
 */
export const isSameOrigin = (request: Request): boolean => {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  if (origin !== null) return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
  return request.headers.has("x-dianan-request");
};

const cookie = (secret: string, seconds: number, isSecure: boolean): string =>
  `${SESSION_COOKIE}=${secret}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${seconds}${isSecure ? "; Secure" : ""}`;

/** `Set-Cookie` of a session; an empty secret removes it. */
export const sessionCookie = (secret: string, isSecure: boolean): string =>
  cookie(secret, secret === "" ? 0 : SESSION_S, isSecure);

/** `Set-Cookie` of a wall display's session (SEC-USR-07). */
export const displayCookie = (secret: string, isSecure: boolean): string => cookie(secret, DISPLAY_S, isSecure);
