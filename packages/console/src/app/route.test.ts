import fc from "fast-check";
import { expect, test } from "vitest";
import { keyAction } from "./keys.ts";
import { alarmViews, codeOf, fragmentOf, pages, type Route, routeOf } from "./route.ts";

const classes = ["alarm", "warning", "fault", "offline", "event"] as const;

test("a link shows the same picture: every route reads back as it was written", () => {
  const route: fc.Arbitrary<Route> = fc.record({
    page: fc.constantFrom(...pages),
    id: fc.option(fc.string({ unit: "grapheme", minLength: 1 })),
    tab: fc.constantFrom("", "plan", "dead-letters"),
    classes: fc.subarray([...classes]),
    view: fc.constantFrom(...alarmViews),
    find: fc.string({ unit: "grapheme" }),
    isWall: fc.boolean(),
    asked: fc.dictionary(
      fc.constantFrom("rows", "columns", "from", "unitId"),
      fc.string({ unit: "grapheme", minLength: 1 }),
      { noNullPrototype: true },
    ),
  });
  fc.assert(
    fc.property(route, (one) => {
      expect(routeOf(fragmentOf(one))).toEqual(one);
    }),
  );
});

test.each([
  "",
  "#",
  "#/",
  "#/nowhere",
  "#/alarms/",
  "#/alarms?class=fire,toString",
  "#/alarms?view=everything&find=",
  "#code=",
  "javascript:alert(1)",
])("%j is the alarm list", (fragment) => {
  expect(routeOf(fragment)).toEqual({
    page: "alarms",
    id: null,
    tab: "",
    classes: [],
    view: "open",
    find: "",
    isWall: false,
    asked: {},
  });
});

test("what a screen is asked for is in the address; names that no screen can have are not taken", () => {
  expect(routeOf("#/reports?tab=alarms&from=2026-01-01&__proto__=x&a-b=1&rows=").asked).toEqual({ from: "2026-01-01" });
});

test("an id that is badly escaped is shown as it is", () => {
  expect(routeOf("#/alarms/%E4%B").id).toBe("%E4%B");
});

test("SEC-USR-01: a sign-in code is taken from the fragment only", () => {
  expect(codeOf("#code=ABCD-1234")).toBe("ABCD-1234");
  expect(codeOf("#code=AB%2BC")).toBe("AB+C");
});

test.each(["", "#code=", "?code=ABCD", "#/alarms?code=ABCD", "#code=A&x=1", "#Code=A"])(
  "%j has no code",
  (fragment) => {
    expect(codeOf(fragment)).toBeNull();
  },
);

const press = (key: string, more: Partial<Parameters<typeof keyAction>[0]> = {}) =>
  keyAction({
    key,
    isComposing: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    target: null,
    ...more,
  });
const element = (tagName: string, dialog: unknown = null) =>
  ({ tagName, closest: () => dialog }) as unknown as EventTarget;

test("EF-4.2: A acknowledges one, Shift+A a group; capitals without Shift are Caps Lock", () => {
  expect([press("a")?.kind, press("A")?.kind]).toEqual(["acknowledge", "acknowledge"]);
  expect(press("A", { shiftKey: true })?.kind).toBe("acknowledgeGroup");
  expect(["u", "/", "m"].map((key) => press(key)?.kind)).toEqual(["firstUnacknowledged", "search", "silence"]);
  expect(["s", "d", "c"].map((key) => press(key))).toEqual(
    ["shelve", "assign", "call"].map((act) => ({ kind: "form", act })),
  );
});

test("J, K, Enter, Esc and 1 to 5 act", () => {
  expect(["j", "J", "ArrowDown"].map((key) => press(key)?.kind)).toEqual(["next", "next", "next"]);
  expect(["k", "K", "ArrowUp"].map((key) => press(key)?.kind)).toEqual(["previous", "previous", "previous"]);
  expect([press("Enter")?.kind, press("Escape")?.kind]).toEqual(["open", "close"]);
  expect(press("5")).toEqual({ kind: "toggleClass", place: 4 });
});

test.each([
  ["an unknown key", press("x")],
  ["6", press("6")],
  ["0", press("0")],
  ["an input method that composes", press("j", { isComposing: true })],
  ["Ctrl+K of the browser", press("k", { ctrlKey: true })],
  ["Cmd+1 of the browser", press("1", { metaKey: true })],
  ["Alt+1", press("1", { altKey: true })],
  ["a text field", press("j", { target: element("INPUT") })],
  ["a dialog", press("Escape", { target: element("BUTTON", {}) })],
  ["Enter on a button", press("Enter", { target: element("BUTTON") })],
  ["Enter on a link", press("Enter", { target: element("A") })],
])("WCAG 2.1.4: nothing happens for %s", (_why, action) => {
  expect(action).toBeNull();
});
