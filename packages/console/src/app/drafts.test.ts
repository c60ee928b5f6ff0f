import { expect, test } from "vitest";
import type { AlarmApi } from "../api/alarm-api.ts";
import { createDrafts } from "./drafts.ts";
import { type Photo, uploadAll } from "./photos.ts";

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
};

test("unsent text is there again, for its owner only, and gone once it is sent", () => {
  const where = storage();
  const mine = createDrafts("user-1", where);
  mine.set("al-1.advise", "更换线缆");
  expect(createDrafts("user-1", where).get("al-1.advise")).toBe("更换线缆");
  expect(createDrafts("user-2", where).get("al-1.advise")).toBe("");
  expect(mine.get("al-1.close")).toBe("");
  mine.set("al-1.advise", "");
  expect(mine.get("al-1.advise")).toBe("");
});

test("a browser that keeps nothing does not stop anybody", () => {
  const refuse = (): never => {
    throw new Error("denied");
  };
  const drafts = createDrafts("user-1", { getItem: refuse, setItem: refuse, removeItem: refuse });
  drafts.set("a", "text");
  expect(drafts.get("a")).toBe("");
});

const photo = (name: string): Photo => ({ name, bytes: new Blob(["x"]), key: `key-${name}`, fileId: null });

test("EF-5.3: after a photo that did not go through, the ones before it are not sent again", async () => {
  const sent: string[] = [];
  let isDown = true;
  const api: Pick<AlarmApi, "upload"> = {
    upload: async (name, _bytes, key) => {
      sent.push(key);
      if (name === "b" && isDown)
        return { ok: false, error: { status: 0, title: { zh: "没有应答", en: "No answer" }, requestId: null } };
      return { ok: true, value: { id: `file-${name}` } as never };
    },
  };
  const first = await uploadAll(api, [photo("a"), photo("b"), photo("c")]);
  expect([first.problem?.status, first.photos.map(({ fileId }) => fileId)]).toEqual([0, ["file-a", null, null]]);
  isDown = false;
  const second = await uploadAll(api, first.photos);
  expect([second.problem, second.photos.map(({ fileId }) => fileId)]).toEqual([null, ["file-a", "file-b", "file-c"]]);
  expect(sent).toEqual(["key-a", "key-b", "key-b", "key-c"]);
});
