import { readdirSync } from "node:fs";
import { join } from "node:path";
import { protocols } from "@dianan/codec";
import { describeLayout } from "@dianan/layout";
import { expect, test } from "vitest";
import { barPlot, figuresOf } from "../site/benchmarks.ts";
import { idsIn, testNames } from "../site/cited.ts";
import { fitted, frameSvg } from "../site/frame-svg.ts";
import { guides } from "../site/guides.ts";
import { groupsOf, leavesOf } from "../site/layout-groups.ts";
import { linkFaults } from "../site/link-faults.ts";
import { linkTarget, relink } from "../site/links.ts";
import { sentencesOf, table } from "../site/markdown.ts";
import { sightsOf, statusOf } from "../site/matrix.ts";
import { root } from "../site/paths.ts";
import { tokenize } from "../site/tokenize.ts";

test("every guide of docs/ is in the side bar once, and no other is", () => {
  const pages = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md") && !name.includes(".zh-CN."));
  expect(guides.flatMap((group) => group.pages.map(({ page }) => `${page}.md`)).sort()).toEqual(pages.sort());
});

test("links become those of the site; one that leads nowhere is refused with its page", () => {
  const files = new Map<string, string>();
  const to = (target: string) => linkTarget(target, "docs/hub.md", "en", files);
  expect(to("alarms.md#stages")).toBe("/en/guide/alarms#stages");
  expect(to("../specs/vectors/juy")).toBe("/en/spec/juy#vectors");
  expect(to("../examples/meter")).toBe("/en/examples/meter");
  expect(to("../packages/model/src/session-ends.ts")).toBe("/files/packages/model/src/session-ends.ts.txt");
  expect([...files.keys()]).toEqual(["packages/model/src/session-ends.ts"]);
  expect(to("https://jsonata.org")).toBe("https://jsonata.org");
  expect(() => to("no-such-page.md")).toThrow("docs/hub.md: the link no-such-page.md leads nowhere");
  expect(() => to("../specs/access/nothing.json")).toThrow("leads nowhere");
  expect(to("../specs/vectors")).toBe("/en/spec/");
  expect(to("../specs/model/../sharing/examples")).toBe("/en/folder/specs/sharing/examples");
});

test("links in code stay as they are, and words in angle brackets are no tags", () => {
  const text = "[`a`](alarms.md) `[b](c.md)` --data <text>\n\n```\n[d](e.md)\n```\n";
  expect(relink(text, "docs/hub.md", "zh", new Map())).toBe(
    "[`a`](/guide/alarms) `[b](c.md)` --data &lt;text>\n\n```\n[d](e.md)\n```\n",
  );
});

test("a built site with a dead link, a missing heading or something from elsewhere is refused, each with its page", () => {
  const pages = new Map([
    [
      "index.html",
      '<h2 id="a">A</h2><a href="/other#b">x</a><a href="/gone">y</a><a href="#a">z</a><a href="https://example.org">w</a>',
    ],
    [
      "other.html",
      '<script src="https://cdn.example.org/x.js"></script><img src="//cdn.example.org/x.png"><a href="/other?frame=1">v</a>',
    ],
  ]);
  expect(linkFaults({ pages, hasFile: () => false })).toEqual([
    "index.html: /other#b: the page has no such heading",
    "index.html: /gone leads nowhere",
    "other.html: loads https://cdn.example.org/x.js from elsewhere",
    "other.html: loads //cdn.example.org/x.png from elsewhere",
    "other.html: //cdn.example.org/x.png leads nowhere",
  ]);
  expect(
    linkFaults({ pages: new Map([["index.html", '<a href="/x.json">x</a>']]), hasFile: (path) => path === "x.json" }),
  ).toEqual([]);
});

test("ids are read as they are cited, ranges too; what only looks like one is none", () => {
  expect(idsIn("EF-4.4.2, CP-N.1: SH-1 to SH-3; SEC-DEV-03")).toEqual([
    "SH-1",
    "SH-2",
    "SH-3",
    "EF-4.4.2",
    "CP-N.1",
    "SEC-DEV-03",
  ]);
  expect(idsIn("DA-EF3 GB-1 EF-x SEC-DEV-3 xEF-4.1")).toEqual([]);
});

test("names of tests are found in their source, comments and other texts are not", () => {
  const source = `test("EF-1.1: a", () => {}); test.each([1])("CP-1.1: %s", (x) => {}); it(\`SH-1\`, f); // test EF-9\nconst a = "EF-8";`;
  expect(testNames(source)).toEqual(["EF-1.1: a", "CP-1.1: %s", "SH-1"]);
});

test("what nobody cites is open, what only pages cite is described, what a test's name cites is tested", () => {
  expect([statusOf(0, 0), statusOf(0, 2), statusOf(1, 0)]).toEqual(["open", "described", "tested"]);
  const sights = sightsOf("en");
  const of = (id: string) => sights.find(({ row }) => row.ids.includes(id));
  expect(of("EF-4.4.2")?.status).toBe("tested");
  expect(of("SH-5")?.clauses.map(({ text }) => text)).toContain("sharing/alarm.schema.json");
  expect(new Set(sights.flatMap(({ row }) => row.ids)).size).toBe(sights.flatMap(({ row }) => row.ids).length);
});

test("every field of every layout is drawn: each byte of the fixed ones has its place", () => {
  for (const protocol of Object.values(protocols))
    for (const { layout } of protocol.tables)
      for (const group of groupsOf(describeLayout(layout))) {
        const leaves = leavesOf(group).filter(({ size }) => size !== 0);
        const svg = frameSvg(leaves, "zh", "t", group.path);
        if (svg === "") expect(leaves.filter(({ size }) => size !== null)).toEqual([]);
        for (const { path } of svg === "" ? [] : leaves)
          expect(svg).toContain(`<title>${path.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}: `);
      }
});

test("a text that is too long ends with an ellipsis inside its cell", () => {
  expect(fitted("业务流水号", 200, 1)).toEqual(["业务流水号"]);
  expect(fitted("应用数据单元长度", 63, 2)).toEqual(["应用数据单", "元长度"]);
  expect(fitted("应用数据单元长度", 63, 1)).toEqual(["应用数…"]);
});

test("a text of both languages is parted; one language alone is given for both", () => {
  const text = "Ordered by id. 按 id 排序。 Deleted records appear only with `updatedFrom`. 只有给出时间才列出。";
  expect(sentencesOf(text, "zh")).toBe("按 id 排序。只有给出时间才列出。");
  expect(sentencesOf(text, "en")).toBe("Ordered by id. Deleted records appear only with `updatedFrom`.");
  expect(sentencesOf("Only English.", "zh")).toBe("Only English.");
});

test("columns without a cell are left out, bars in cells do not end them", () => {
  expect(table(["a", "b", "c"], [["x|y", "", 1]])).toBe("\n| a | c |\n|---|---|\n| x\\|y | 1 |\n");
});

test("plots are drawn from the page's own figures; a page without them, or without the column, is refused", () => {
  const page =
    "<!-- bench x -->\n\n| run 轮次 | ours / hand |\n|---|---:|\n| 1 | 2.5 |\n| 2 |  |\n<!-- end of bench x -->";
  const [figures] = figuresOf(page, "x");
  const plot = {
    section: "x",
    table: 0,
    label: [0],
    bars: ["ours"],
    title: { zh: "图", en: "p" },
    unit: { zh: "", en: "" },
  };
  if (figures === undefined) throw new Error("no figures");
  expect(barPlot(plot, figures, "en").match(/<rect/g)).toHaveLength(1);
  expect(() => barPlot({ ...plot, bars: ["theirs"] }, figures, "en")).toThrow("the table has no column theirs");
  expect(() => figuresOf(page, "y")).toThrow("docs/speed.md has no figures of y");
});

test("the search cuts Chinese into pairs and leaves names whole", () => {
  expect(tokenize("剩余电流 componentStatus GB/T 26875.3")).toEqual([
    "剩余",
    "余电",
    "电流",
    "componentstatus",
    "gb",
    "t",
    "26875.3",
  ]);
  expect(tokenize("")).toEqual([]);
});
