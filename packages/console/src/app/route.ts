import { type AlarmClass, alarmClasses, isSlugOf } from "@dianan/model";

/** Screens of the console; the first is the one for an address that names none. */
export const pages = [
  "alarms",
  "overview",
  "units",
  "devices",
  "handover",
  "reports",
  "charging",
  "exports",
  "integration",
  "people",
  "sharing",
  "admin",
  "account",
] as const;
export type Page = (typeof pages)[number];

/** Which alarms the list shows: all open ones that are not shelved, or a part. */
export const alarmViews = ["open", "unacknowledged", "mine", "overdue", "shelved"] as const;
export type AlarmView = (typeof alarmViews)[number];

/** Where in the console a person is. It is all in the address, so that a pasted link shows the same picture. */
export type Route = {
  readonly page: Page;
  /** Record that is open; null: none. */ readonly id: string | null;
  /** Part of the screen; empty: its first. */ readonly tab: string;
  /** Classes that are shown; empty: all. */ readonly classes: readonly AlarmClass[];
  readonly view: AlarmView;
  /** What is searched for; empty: nothing. */ readonly find: string;
  /** What else a screen is asked for, such as the rows of a table, by name. */ readonly asked: {
    readonly [name: string]: string;
  };
  /** The overview as a wall display shows it: without menu and bars. */ readonly isWall: boolean;
};

/** Reads the fragment of an address: `#/alarms/al-1?class=alarm,fault&view=mine`. What it does not know is the alarm list. */
export const routeOf = (fragment: string): Route => {
  const [path = "", query = ""] = fragment.replace(/^#\/?/, "").split("?");
  const [page, id] = path.split("/");
  const asked = new URLSearchParams(query);
  const classes = (asked.get("class") ?? "").split(",");
  return {
    page: pages.find((one) => one === page) ?? "alarms",
    id: id === undefined || id === "" ? null : unescaped(id),
    tab: /^[a-z-]*$/.exec(asked.get("tab") ?? "")?.[0] ?? "",
    classes: classes.filter((one): one is AlarmClass => isSlugOf(alarmClasses, one)),
    view: alarmViews.find((one) => one === asked.get("view")) ?? "open",
    find: asked.get("find") ?? "",
    isWall: asked.get("wall") === "1",
    asked: Object.fromEntries([...asked].filter(([name, value]) => isAsked(name) && value !== "")),
  };
};

/** Names with a meaning of their own in every address. */
const own: readonly string[] = ["tab", "class", "view", "find", "wall", "__proto__"];
const isAsked = (name: string): boolean => /^[a-zA-Z]{1,30}$/.test(name) && !own.includes(name);

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export const fragmentOf = ({ page, id, tab, classes, view, find, isWall, asked }: Route): string => {
  const query = [
    tab === "" ? "" : `tab=${tab}`,
    classes.length === 0 ? "" : `class=${classes.join(",")}`,
    view === "open" ? "" : `view=${view}`,
    find === "" ? "" : `find=${encodeURIComponent(find)}`,
    isWall ? "wall=1" : "",
    ...Object.entries(asked).map(([name, value]) => `${name}=${encodeURIComponent(value)}`),
  ].filter((part) => part !== "");
  return `#/${page}${id === null ? "" : `/${encodeURIComponent(id)}`}${query.length === 0 ? "" : `?${query.join("&")}`}`;
};

/** The one-time code of a sign-in link (`#code=…`), or null. */
export const codeOf = (fragment: string): string | null => {
  const code = /^#code=([^&]+)$/.exec(fragment)?.[1];
  return code === undefined ? null : unescaped(code);
};
