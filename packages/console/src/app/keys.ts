/** What a key asks for. */
export type KeyAction =
  | { readonly kind: "next" }
  | { readonly kind: "previous" }
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "toggleClass"; readonly place: number };

type Press = {
  readonly key: string;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
};

const tagOf = (target: EventTarget | null): string => (target as { tagName?: string } | null)?.tagName ?? "";
const isInDialog = (target: EventTarget | null): boolean =>
  (target as { closest?: (selector: string) => unknown } | null)?.closest?.("dialog") != null;

/**
 * The action of a key press, or null. Keys do nothing in a text field, in a dialog, while an input method composes, or together
 * with the keys of the browser; Enter on a button or link stays that button's.
 */
export const keyAction = (press: Press): KeyAction | null => {
  const tag = tagOf(press.target);
  if (press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(tag) || isInDialog(press.target)) return null;
  switch (press.key) {
    case "j":
    case "J":
    case "ArrowDown":
      return { kind: "next" };
    case "k":
    case "K":
    case "ArrowUp":
      return { kind: "previous" };
    case "Enter":
      return /^(BUTTON|A|SUMMARY)$/.test(tag) ? null : { kind: "open" };
    case "Escape":
      return { kind: "close" };
    default:
      return /^[1-5]$/.test(press.key) ? { kind: "toggleClass", place: Number(press.key) - 1 } : null;
  }
};
