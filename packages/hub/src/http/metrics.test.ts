import { expect, test } from "vitest";
import { createFigures } from "../ports/figures.ts";
import { figureMetrics, metricsText } from "./metrics.ts";

test("durations become one histogram with cumulative bounds, sum and count", () => {
  const figures = createFigures();
  for (const ms of [0.5, 3, 3, 5_000]) figures.observe("commit", ms);
  figures.add("commitJobsTotal", 7);
  figures.gauge("openConnections", () => 2);
  const lines = metricsText(figureMetrics("dianan_", "Engine", figures.snapshot())).split("\n");
  expect(lines.slice(0, 4)).toEqual([
    "# HELP dianan_commit_ms Engine: commit, milliseconds",
    "# TYPE dianan_commit_ms histogram",
    'dianan_commit_ms_bucket{le="1"} 1',
    'dianan_commit_ms_bucket{le="2"} 1',
  ]);
  expect(lines).toContain('dianan_commit_ms_bucket{le="5"} 3');
  expect(lines).toContain('dianan_commit_ms_bucket{le="2000"} 3');
  expect(lines).toContain('dianan_commit_ms_bucket{le="+Inf"} 4');
  expect(lines).toContain("dianan_commit_ms_sum 5006.5");
  expect(lines).toContain("dianan_commit_ms_count 4");
  expect(lines).toContain("dianan_commit_jobs_total 7");
  expect(lines).toContain("# TYPE dianan_open_connections gauge");
});
