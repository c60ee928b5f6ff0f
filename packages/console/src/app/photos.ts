import { type AlarmApi, newKey } from "../api/alarm-api.ts";
import type { Refusal } from "../live/link.ts";

/** A picture or document that is to be attached. `fileId` once the hub has it: it is not sent twice. */
export type Photo = {
  readonly name: string;
  readonly bytes: Blob;
  readonly key: string;
  readonly fileId: string | null;
};

/** A photo of a phone is made smaller before it goes over the phone's network; longest side, pixels. */
const SIDE_MAX = 1_920;
const QUALITY = 0.85;
/** Smaller ones go as they are. */
const SMALL_BYTES = 600_000;

/** A photo as it is sent: as JPEG of bounded size where it is a large picture, which also leaves out where it was taken. */
export const photoOf = async (file: File): Promise<Photo> => {
  const plain: Photo = { name: file.name === "" ? "photo.jpg" : file.name, bytes: file, key: newKey(), fileId: null };
  if (!file.type.startsWith("image/") || file.size <= SMALL_BYTES) return plain;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, SIDE_MAX / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const bytes = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    return bytes === null ? plain : { ...plain, name: plain.name.replace(/\.[^.]*$|$/, ".jpg"), bytes };
  } catch {
    // What the browser cannot read the hub looks at.
    return plain;
  }
};

/** Sends what the hub does not have yet. On a refusal, what was sent stays sent. */
export const uploadAll = async (
  api: Pick<AlarmApi, "upload">,
  photos: readonly Photo[],
): Promise<{ readonly photos: readonly Photo[]; readonly problem: Refusal | null }> => {
  const done: Photo[] = [];
  for (const [n, photo] of photos.entries()) {
    if (photo.fileId !== null) {
      done.push(photo);
      continue;
    }
    const answer = await api.upload(photo.name, photo.bytes, photo.key);
    if (!answer.ok) return { photos: [...done, ...photos.slice(n)], problem: answer.error };
    done.push({ ...photo, fileId: answer.value.id });
  }
  return { photos: done, problem: null };
};
