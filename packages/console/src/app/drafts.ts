/** Text that was typed and not sent yet stays in this tab, also over a reload: on a bad network nothing is typed twice. */
export type Drafts = {
  get(place: string): string;
  /** An empty text forgets it. */ set(place: string, text: string): void;
};

const PREFIX = "dianan.draft.";

/** @param owner - account of the person: one sees nothing of what another typed */
export const createDrafts = (owner: string, storage: Pick<Storage, "getItem" | "setItem" | "removeItem">): Drafts => {
  const nameOf = (place: string): string => `${PREFIX}${owner}.${place}`;
  return {
    get: (place) => {
      try {
        return storage.getItem(nameOf(place)) ?? "";
      } catch {
        return "";
      }
    },
    set: (place, text) => {
      try {
        if (text === "") storage.removeItem(nameOf(place));
        else storage.setItem(nameOf(place), text);
      } catch {
        // A browser that keeps nothing still sends what is in the field.
      }
    },
  };
};
