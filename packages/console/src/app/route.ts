import { type AlarmClass, alarmClasses, isSlugOf } from "@dianan/model";

/** Screens of the console; the first is the one for an address that names none. */
export const pages = ["alarms", "devices", "people", "account"] as const;
export type Page = (typeof pages)[number];

/** Where in the console a person is. It is all in the address, so that a pasted link shows the same picture. */
export type Route = {
  readonly page: Page;
  /** Record that is open; null: none. */ readonly id: string | null;
  /** Classes that are shown; empty: all. */ readonly classes: readonly AlarmClass[];
};

/** Reads the fragment of an address: `#/alarms/al-1?class=alarm,fault`. What it does not know is the alarm list. */
export const routeOf = (fragment: string): Route => {
  const [path = "", query = ""] = fragment.replace(/^#\/?/, "").split("?");
  const [page, id] = path.split("/");
  const classes = (new URLSearchParams(query).get("class") ?? "").split(",");
  return {
    page: pages.find((one) => one === page) ?? "alarms",
    id: id === undefined || id === "" ? null : unescaped(id),
    classes: classes.filter((one): one is AlarmClass => isSlugOf(alarmClasses, one)),
  };
};

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export const fragmentOf = ({ page, id, classes }: Route): string =>
  `#/${page}${id === null ? "" : `/${encodeURIComponent(id)}`}${classes.length === 0 ? "" : `?class=${classes.join(",")}`}`;

/** The one-time code of a sign-in link (`#code=…`), or null. */
export const codeOf = (fragment: string): string | null => {
  const code = /^#code=([^&]+)$/.exec(fragment)?.[1];
  return code === undefined ? null : unescaped(code);
};
