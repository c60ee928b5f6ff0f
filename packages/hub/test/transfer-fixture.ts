import writeXlsxFile from "write-excel-file/node";
import { createHttpApp, type HttpApp } from "../src/http/app.ts";
import { type DoorDeps, openDoorDeps } from "./door-fixture.ts";
import { until } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is tested
  readonly body: any;
};

/** A door on a real store and engine, and keys of all kinds for it. */
export type TransferDoor = {
  readonly door: DoorDeps;
  readonly http: HttpApp;
  /** The path's template is found from the path; every JSON answer is checked against the document. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  bytes(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ readonly status: number; readonly headers: Headers; readonly bytes: Buffer }>;
  upload(name: string, bytes: Uint8Array | string, headers?: Record<string, string>): Promise<Answer>;
  /** Uploads and imports; resolves when the check has ended. */
  check(kind: string, bytes: Uint8Array | string, more?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Resolves when the import is no longer at work. */ settled(
    id: string,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  as(grant: Parameters<DoorDeps["addKey"]>[0]): Promise<Record<string, string>>;
};

const templateOf = (path: string): string =>
  (path.split("?")[0] ?? "")
    .replace(/^(\/api\/v1\/(?:files|imports|exports|operators|units|devices|components|alarms))\/[^/]+/, "$1/{id}")
    .replace(/^(\/api\/v1\/import-templates)\/[^/]+/, "$1/{kind}");

export const openTransferDoor = async (): Promise<TransferDoor> => {
  const door = await openDoorDeps();
  const http = createHttpApp({ ...door.deps, requestRateFactor: 10_000 });
  const key = await door.addKey({ expiresAt: Date.now() + 1e11 });
  const ask = async (method: string, path: string, init: RequestInit, headers: Record<string, string>) =>
    http.app.request(`http://hub.test${path}`, {
      method,
      ...init,
      headers: { authorization: `Bearer ${key}`, ...headers },
    });
  const answered = async (method: string, path: string, response: Response): Promise<Answer> => {
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    const body = isJson ? JSON.parse(text) : text;
    if (isJson) checkAnswer(method, templateOf(path), response.status, body);
    return { status: response.status, headers: response.headers, body };
  };
  const call: TransferDoor["call"] = async (method, path, body, headers = {}) => {
    const type = body === undefined ? {} : { "content-type": "application/json" };
    const init = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    return answered(method, path, await ask(method, path, init, { ...type, ...headers }));
  };
  const upload: TransferDoor["upload"] = async (name, bytes, headers = {}) => {
    const path = `/api/v1/files?name=${encodeURIComponent(name)}`;
    const body = typeof bytes === "string" ? bytes : new Uint8Array(bytes);
    return answered(
      "POST",
      path,
      await ask("POST", path, { body }, { "content-type": "application/octet-stream", ...headers }),
    );
  };
  const settled: TransferDoor["settled"] = (id, headers = {}) =>
    until(
      () => call("GET", `/api/v1/imports/${id}`, undefined, headers),
      ({ body }) => !["checking", "storing"].includes(body.stage),
      60_000,
    );
  return {
    door,
    http,
    call,
    upload,
    settled,
    bytes: async (path, headers = {}) => {
      const response = await ask("GET", path, {}, headers);
      return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
    },
    check: async (kind, bytes, more = {}, headers = {}) => {
      const file = await upload("register", bytes, headers);
      if (file.status !== 201) throw new Error(`upload: ${file.status} ${JSON.stringify(file.body)}`);
      const made = await call("POST", "/api/v1/imports", { kind, fileId: file.body.id, ...more }, headers);
      return made.status === 202 ? settled(made.body.id, headers) : made;
    },
    as: async (grant) => ({ authorization: `Bearer ${await door.addKey(grant)}` }),
  };
};

/** Cells as a workbook; the first row is the header. */
export const workbook = async (rows: readonly (readonly unknown[])[]): Promise<Uint8Array> => {
  const cells = rows.map((row) => row.map((value) => ({ value })));
  return new Uint8Array(await (await writeXlsxFile(cells as never)).toBuffer());
};
