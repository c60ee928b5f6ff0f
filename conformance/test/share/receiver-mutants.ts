import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

type Body = { readonly [member: string]: unknown };
type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};
type Said = { readonly status: number; readonly text: string };
export type ReceiverMutant = {
  readonly mistake: string;
  readonly caughtBy: string;
  /** Gives the answer itself, or asks the right receiver, with another request or not. */
  readonly answer: (asked: Asked, right: (asked: Asked) => Promise<Said>) => Promise<Said>;
};

const itemsOf = ({ text }: Asked): readonly Body[] => {
  try {
    const { items } = JSON.parse(text) as { readonly items?: unknown };
    return Array.isArray(items) ? (items as readonly Body[]) : [];
  } catch {
    return [];
  }
};
const resultsOf = ({ text }: Said): readonly Body[] =>
  (JSON.parse(text) as { readonly results?: readonly Body[] }).results ?? [];
const said = (status: number, body: unknown): Said => ({ status, text: JSON.stringify(body) });
const known = new Set(
  "id name operatorId address latitude longitude regionCode deviceCount platformCode code contactName contactPhone unitId deviceId type status manufacturer installedOn componentCount occurredAt description componentId version deleted".split(
    " ",
  ),
);

const asIf =
  (change: (item: Body) => Body): ReceiverMutant["answer"] =>
  (asked, right) =>
    right(
      itemsOf(asked).length === 0
        ? asked
        : {
            ...asked,
            text: JSON.stringify({ items: itemsOf(asked).map((item) => (item === null ? item : change(item))) }),
          },
    );
const refuses =
  (isBad: (item: Body) => boolean): ReceiverMutant["answer"] =>
  (asked, right) =>
    itemsOf(asked).some((item) => item !== null && isBad(item))
      ? Promise.resolve(
          said(200, {
            results: itemsOf(asked).map(({ id }) => ({ id, status: "refused", problem: { code: "invalid" } })),
          }),
        )
      : right(asked);
const takesAll: ReceiverMutant["answer"] = async (asked, right) => {
  const answer = await right(asked);
  return answer.status > 202 || asked.method === "GET"
    ? answer
    : said(200, {
        results: resultsOf(answer).map((one) => ({
          ...one,
          status: one.status === "refused" ? "created" : one.status,
        })),
      });
};
const without = (item: Body, ...names: readonly string[]): Body =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
/** The key that the right receiver behind a mutant knows. */
const OWN_KEY = "Bearer test-key";

const seen = new Set<string>();

/** Wrong receivers, each a wrapper around the right one. */
export const receiverMutants: Readonly<Record<string, ReceiverMutant>> = {
  "MR-01": { mistake: "takes whatever comes", caughtBy: "CS-1-01", answer: takesAll },
  "MR-02": {
    mistake: "an operator without a phone is taken",
    caughtBy: "CS-2-01",
    answer: asIf((item) =>
      "code" in item && !("contactPhone" in item) ? { ...item, contactPhone: "0595-85600000" } : item,
    ),
  },
  "MR-03": {
    mistake: "numbers in the place of text are taken",
    caughtBy: "CS-3-01",
    answer: asIf((item) =>
      "componentCount" in item && typeof item.name === "number" ? { ...item, name: String(item.name) } : item,
    ),
  },
  "MR-04": {
    mistake: "a component's long name is cut",
    caughtBy: "CS-4-01",
    answer: asIf((item) =>
      "deviceId" in item && typeof item.name === "string" ? { ...item, name: item.name.slice(0, 100) } : item,
    ),
  },
  "MR-05": {
    mistake: "a time without zone is taken",
    caughtBy: "CS-5-01",
    answer: asIf((item) =>
      typeof item.occurredAt === "string" && /\d$/.test(item.occurredAt) && !/[+]/.test(item.occurredAt)
        ? { ...item, occurredAt: `${item.occurredAt}Z` }
        : item,
    ),
  },
  "MS-13": {
    mistake: "an alarm whose device is not known is refused",
    caughtBy: "CS-ORDER-01",
    answer: async (asked, right) => {
      const answer = await right(asked);
      return answer.status === 202
        ? said(200, {
            results: resultsOf(answer).map((one) => ({
              ...one,
              status: one.status === "parked" ? "refused" : one.status,
            })),
          })
        : answer;
    },
  },
  "MS-14": {
    mistake: "an unknown member is refused",
    caughtBy: "CS-6-01",
    answer: refuses((item) => "futureMember" in item),
  },
  "MS-14b": {
    mistake: "an unknown member is dropped",
    caughtBy: "CS-6-01",
    answer: asIf((item) => Object.fromEntries(Object.entries(item).filter(([name]) => known.has(name)))),
  },
  "MR-06": {
    mistake: "an unknown alarm type is refused",
    caughtBy: "CS-6-02",
    answer: refuses(({ type }) => type === "futureAlarmType"),
  },
  "MR-07": {
    mistake: "a repeat is a conflict",
    caughtBy: "CS-REPEAT-02",
    answer: refuses(({ id }) => typeof id === "string" && seen.size === seen.add(id).size),
  },
  "MR-08": {
    mistake: "the last that comes wins, whatever its version",
    caughtBy: "CS-ORDER-02",
    answer: asIf((item) => ({ ...item, version: Math.floor(performance.now() * 1000) })),
  },
  "MR-09": {
    mistake: "a mark of deletion is one more record",
    caughtBy: "CS-DELETE-01",
    answer: asIf((item) => without(item, "deleted")),
  },
  "MR-10": {
    mistake: "phones are masked when they come in",
    caughtBy: "CS-PERSON-01",
    answer: asIf((item) => ("contactPhone" in item ? { ...item, contactPhone: "000-0000-0000" } : item)),
  },
  "MR-11": {
    mistake: "one bad record refuses the whole batch",
    caughtBy: "CS-BATCH-01",
    answer: async (asked, right) => {
      const answer = await right(asked);
      return asked.method === "POST" &&
        answer.status <= 202 &&
        resultsOf(answer).some(({ status }) => status === "refused")
        ? said(422, { code: "invalid" })
        : answer;
    },
  },
  "MR-12": {
    mistake: "of a batch the first result stands for all",
    caughtBy: "CS-BATCH-01",
    answer: async (asked, right) => {
      const answer = await right(asked);
      return asked.method === "POST" && answer.status <= 202
        ? said(200, { results: resultsOf(answer).map((one, _, [first]) => ({ ...one, status: first?.status })) })
        : answer;
    },
  },
  "MR-13": {
    mistake: "501 are taken",
    caughtBy: "CS-BATCH-02",
    answer: async (asked, right) =>
      itemsOf(asked).length > 500
        ? said(200, { results: itemsOf(asked).map(({ id }) => ({ id, status: "created" })) })
        : right(asked),
  },
  "MR-14": {
    mistake: "300 at most",
    caughtBy: "CS-BATCH-02",
    answer: async (asked, right) => (itemsOf(asked).length > 300 ? said(413, { code: "too-large" }) : right(asked)),
  },
  "MR-15": {
    mistake: "bad JSON is a fault of the server",
    caughtBy: "CS-BATCH-03",
    answer: async (asked, right) => {
      try {
        if (asked.method === "POST") JSON.parse(asked.text);
      } catch {
        return said(500, { error: "SyntaxError" });
      }
      return right(asked);
    },
  },
  "MR-16": {
    mistake: "any address is fine",
    caughtBy: "CS-HTTP-01",
    answer: async (asked, right) => (asked.path.includes("buildings") ? said(200, { results: [] }) : right(asked)),
  },
  "MR-17": {
    mistake: "the key is not checked",
    caughtBy: "CS-AUTH-01",
    answer: (asked, right) => right({ ...asked, headers: { ...asked.headers, authorization: OWN_KEY } }),
  },
  "MR-18": {
    mistake: "the digest counts the version",
    caughtBy: "CS-DIGEST-01",
    answer: async (asked, right) => {
      const answer = await right(asked);
      return asked.path.includes("digests")
        ? { ...answer, text: answer.text.replaceAll(/"digest":"./g, '"digest":"x') }
        : answer;
    },
  },
  "MR-19": {
    mistake: "a refusal names no member",
    caughtBy: "CS-PLACE-01",
    answer: async (asked, right) => {
      const answer = await right(asked);
      return { ...answer, text: answer.text.replaceAll(/"path":"[^"]*"/g, '"path":""') };
    },
  },
  "MR-20": {
    mistake: "NUL is taken out and the rest kept",
    caughtBy: "CS-TEXT-01",
    answer: (asked, right) => right({ ...asked, text: asked.text.replaceAll("\\u0000", "") }),
  },
  "MR-22": {
    mistake: "results come in another order than the records",
    caughtBy: "CS-BATCH-01",
    answer: async (asked, right) => {
      const answer = await right(asked);
      return asked.method === "POST" && answer.status === 200
        ? said(200, { ...(JSON.parse(answer.text) as Body), results: resultsOf(answer).toReversed() })
        : answer;
    },
  },
  "MR-23": {
    mistake: "a key is compared without regard to case",
    caughtBy: "CS-AUTH-01",
    answer: (asked, right) =>
      right({
        ...asked,
        headers:
          (asked.headers.authorization ?? "").toLowerCase() === "bearer test-key"
            ? { ...asked.headers, authorization: "Bearer test-key" }
            : asked.headers,
      }),
  },
  "MR-21": { mistake: "any depth is taken", caughtBy: "CS-DEPTH-01", answer: asIf((item) => without(item, "extra")) },
};

const hop = ["host", "connection", "content-length", "transfer-encoding"];

/** A receiver with one mistake in front of the right one at `url`; its own address. */
export const startReceiverMutant = async (mutant: Pick<ReceiverMutant, "answer">, url: string) => {
  const right = async ({ method, path, headers, text }: Asked): Promise<Said> => {
    const kept = Object.fromEntries(
      Object.entries(headers)
        .filter(([name]) => !hop.includes(name))
        .map(([name, value]) => [name, String(value)]),
    );
    const response = await fetch(url + path, {
      method,
      headers: kept,
      ...(method === "GET" || method === "HEAD" ? {} : { body: text }),
    });
    return { status: response.status, text: await response.text() };
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = "GET", url: path = "/", headers } = request;
    const { status, text } = await mutant.answer(
      { method, path, headers, text: Buffer.concat(chunks).toString("utf8") },
      right,
    );
    response.writeHead(status, { "Content-Type": "application/json" }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
};
