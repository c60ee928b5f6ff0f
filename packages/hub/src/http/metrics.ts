import type { HttpCounts } from "./http-counts.ts";
import type { HttpDeps, Route } from "./http-deps.ts";

/** One metric: its lines share a name; `labels` is the text between the braces, empty for none. */
type Metric = {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  /** `suffix` tells the parts of a histogram apart; empty elsewhere. */
  readonly samples: readonly { readonly suffix?: string; readonly labels: string; readonly value: number }[];
};

const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9_]/g, "_")
    .toLowerCase();

/** Prometheus text format 0.0.4. */
export const metricsText = (metrics: readonly Metric[]): string =>
  metrics
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, type, samples }) =>
      [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} ${type}`,
        ...samples.map(
          ({ suffix = "", labels, value }) => `${name}${suffix}${labels === "" ? "" : `{${labels}}`} ${value}`,
        ),
      ].join("\n"),
    )
    .join("\n")
    .concat("\n");

const bucketName = /^(.+)Le([0-9]+)Total$/;

/** The parts that a histogram of milliseconds is kept in: `<name>Le<bound>Total`, `<name>CountTotal`, `<name>MsTotal`. */
const histogram = (prefix: string, help: string, name: string, figures: Figures): Metric => {
  const buckets = Object.entries(figures).flatMap(([one, value]) => {
    const [, of, bound] = bucketName.exec(one) ?? [];
    return of === name ? [{ bound: Number(bound), value }] : [];
  });
  const count = figures[`${name}CountTotal`] ?? 0;
  return {
    name: `${prefix}${snake(name)}_ms`,
    help: `${help}: ${wordsOf(name)}, milliseconds`,
    type: "histogram",
    samples: [
      ...buckets
        .sort((a, b) => a.bound - b.bound)
        .map(({ bound, value }) => ({ suffix: "_bucket", labels: `le="${bound}"`, value })),
      { suffix: "_bucket", labels: 'le="+Inf"', value: count },
      { suffix: "_sum", labels: "", value: figures[`${name}MsTotal`] ?? 0 },
      { suffix: "_count", labels: "", value: count },
    ],
  };
};

type Figures = { readonly [name: string]: number };

/** `commitJobsTotal` as words: `commit jobs`. */
const wordsOf = (name: string): string =>
  snake(name)
    .replace(/_total$/, "")
    .replaceAll("_", " ");

/** Figures by lowerCamel name; a name that ends in `Total` only grows, and some are parts of a histogram. */
export const figureMetrics = (prefix: string, help: string, figures: Figures): readonly Metric[] => {
  const histograms = new Set(Object.keys(figures).flatMap((name) => bucketName.exec(name)?.[1] ?? []));
  const isPart = (name: string): boolean =>
    bucketName.test(name) || [...histograms].some((one) => name === `${one}CountTotal` || name === `${one}MsTotal`);
  return [
    ...[...histograms].map((name) => histogram(prefix, help, name, figures)),
    ...Object.entries(figures)
      .filter(([name]) => !isPart(name))
      .map(
        ([name, value]): Metric => ({
          name: `${prefix}${snake(name)}`,
          help: `${help}: ${wordsOf(name)}`,
          type: name.endsWith("Total") ? "counter" : "gauge",
          samples: [{ labels: "", value }],
        }),
      ),
  ];
};

const fromCounts = (name: string, help: string, counts: ReadonlyMap<string, number>): Metric => ({
  name,
  help,
  type: "counter",
  samples: [...counts].map(([labels, value]) => ({ labels, value })),
});

const gauge = (name: string, help: string, samples: Metric["samples"]): Metric => ({
  name,
  help,
  type: "gauge",
  samples,
});

/** What the hub counts (指标), for Prometheus. Needs a key. */
export const metricRoutes = (deps: HttpDeps, counts: HttpCounts, openStreams: () => number): readonly Route[] => [
  {
    method: "GET",
    path: "/metrics",
    handle: async () => {
      const owed = (await deps.sharing.list(deps.tenant)).map(({ state }) => ({
        labels: `destination="${state.destination}"`,
        state,
      }));
      const text = metricsText([
        ...figureMetrics("dianan_", "Engine", deps.figures()),
        ...figureMetrics("dianan_store_", "Store", await deps.store.figures(deps.tenant)),
        fromCounts("dianan_http_answers_total", "Answers by operation and status", counts.answers),
        fromCounts("dianan_http_refusals_total", "Refused requests by code", counts.refusals),
        {
          name: "dianan_http_answers_again_total",
          help: "Answers that were remembered, as nothing had changed",
          type: "counter",
          samples: [{ labels: "", value: counts.again() }],
        },
        gauge("dianan_http_streams", "Open event streams", [{ labels: "", value: openStreams() }]),
        gauge(
          "dianan_sharing_pending",
          "Records owed",
          owed.map(({ labels, state }) => ({ labels, value: state.pending })),
        ),
        gauge(
          "dianan_sharing_dead",
          "Records refused for good",
          owed.map(({ labels, state }) => ({ labels, value: state.dead })),
        ),
        gauge(
          "dianan_sharing_fails",
          "Failures in a row",
          owed.map(({ labels, state }) => ({ labels, value: state.fails })),
        ),
        gauge("process_resident_memory_bytes", "Resident memory", [{ labels: "", value: process.memoryUsage.rss() }]),
      ]);
      return new Response(text, {
        headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8", "Cache-Control": "no-store" },
      });
    },
  },
];
