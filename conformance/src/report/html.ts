import { bytesHtml } from "./bytes-html.ts";
import { xml } from "./junit.ts";
import type { Report } from "./report-json.ts";
import { classWords, findingWords, verdictWords } from "./words.ts";

const style = `
body{font:15px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1c1f23;background:#fff;max-width:68rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.4rem;margin:0 0 .3rem}h2{font-size:1.1rem;margin:2rem 0 .6rem;border-bottom:1px solid #d5d9de;padding-bottom:.2rem}
.en{color:#5a626b}.big{font-size:1.2rem;margin:.8rem 0;padding:.6rem .9rem;border-left:.4rem solid #5a626b;background:#f4f6f8}
.big.good{border-color:#1d6f42}.big.bad{border-color:#b3261e}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.25rem .6rem;border-bottom:1px solid #e4e7ea}
th{font-weight:600;background:#f4f6f8}.v{white-space:nowrap;font-weight:600}.FAIL,.ERROR{color:#b3261e}.WARN{color:#8a5a00}.PASS{color:#1d6f42}
.SKIP,.null{color:#5a626b}.case{border:1px solid #d5d9de;border-radius:.3rem;padding:.7rem 1rem;margin:.8rem 0;page-break-inside:avoid}
code,pre{font:13px/1.5 ui-monospace,Consolas,monospace}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f6f8;padding:.5rem;margin:.3rem 0}
.hex{overflow-wrap:anywhere;background:#f4f6f8;padding:.5rem;margin:.3rem 0}.hex span{padding:0 .15em}.hex .there{background:#b3261e;color:#fff;border-radius:.15rem}
td,li{overflow-wrap:anywhere}
@media print{body{padding:0}.case{border-color:#999}}
@media (max-width:40rem){body{padding:.8rem}table{font-size:.9rem}.req tr:first-child{display:none}.req tr{display:block;padding:.4rem 0;border-bottom:1px solid #e4e7ea}
.req td{display:inline-block;border:0;padding:0 .5rem 0 0}.req td:nth-child(4){display:block}}`;

const both = ({ zh, en }: { readonly zh: string; readonly en: string }): string =>
  `${xml(zh)} <span class="en" lang="en">${xml(en)}</span>`;

const failureOf = (one: Report["cases"][number], report: Report): string => {
  const { finding } = one;
  if (finding === null) return "";
  const clauses = one.requirements.map((id) => {
    const requirement = report.requirements.find((each) => each.id === id);
    return `<li><code>${xml(id)}</code> ${xml(requirement?.clause ?? "")}: ${requirement === undefined ? "" : both(requirement.text)}</li>`;
  });
  const place = /at byte (\d+)/.exec(finding.expected)?.[1];
  const sent = finding.input.map((request) =>
    typeof request.hex === "string"
      ? `${xml(String(request.op ?? ""))} ${bytesHtml(request.hex, place === undefined ? null : Number(place))}`
      : `<pre>${xml(JSON.stringify(request, null, 1))}</pre>`,
  );
  return `<div class="case" id="${xml(one.id)}"><strong class="${one.verdict}">${both(verdictWords[one.verdict])}</strong> ${both(one.title)}
<div>${both(findingWords[finding.code] ?? { zh: finding.code, en: "" })} <code>${xml(finding.code)}</code></div>
<ul>${clauses.join("")}</ul>
<div>发送 <span class="en">sent</span></div>${sent.join("")}
<div>应当 <span class="en">expected</span></div><pre>${xml(finding.expected)}</pre>
<div>实际 <span class="en">got</span></div><pre>${xml(finding.got)}</pre>
<div class="en">重现 replay: <code>dianan-conform replay report.json ${xml(one.id)} -- …</code></div></div>`;
};

const rowOf = ({ id, clause, level, text, verdict, whyNot }: Report["requirements"][number]): string =>
  `<tr><td><code>${xml(id)}</code></td><td>${xml(clause)}</td><td>${level}</td><td>${both(text)}${whyNot === undefined ? "" : `<br><em>${both(whyNot)}</em>`}</td><td class="v ${verdict}">${verdict === null ? "—" : both(verdictWords[verdict])}</td></tr>`;

/** The report as one page that needs nothing else, Chinese and English. */
export const htmlOf = (report: Report): string => {
  const { implementation, classReached, counts, cases } = report;
  const failures = cases.filter(({ finding }) => finding !== null);
  const isGood = counts.FAIL + counts.ERROR + counts.UNMET === 0;
  const reached = !report.isComplete
    ? both({ zh: "只运行了部分用例,不评定等级", en: "not every case was run, so no class is given" })
    : classReached === null
      ? both({ zh: "未达到任何等级", en: "no class reached" })
      : both(classWords[classReached]);
  const how = both(
    report.mode === "certify"
      ? { zh: "认证:用例由声明决定", en: "certified: the claims decided" }
      : { zh: "探索,未认证", en: "explored, not certified" },
  );
  const gap =
    report.gap === null
      ? ""
      : `<h2>未达到 <span class="en">Not reached</span>: ${report.gap.class}</h2><ul>${report.gap.cases
          .map(
            ({ id, verdict, lacking }) =>
              `<li><code>${xml(id)}</code> <span class="${verdict}">${both(verdictWords[verdict])}</span> ${xml(lacking.join(", "))}</li>`,
          )
          .join("")}</ul>`;
  const claims =
    report.claims === null
      ? ""
      : `<h2>声明 <span class="en">Claims</span></h2><pre>${xml(JSON.stringify(report.claims, null, 1))}</pre>`;
  const tally = Object.entries(counts)
    .map(
      ([verdict, count]) =>
        `<span class="${verdict}">${both(verdictWords[verdict as keyof typeof counts])} ${count}</span>`,
    )
    .join(" · ");
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<title>${xml(`${implementation.name} ${implementation.version} · 符合性测试报告`)}</title><style>${style}</style></head><body><main>
<h1>符合性测试报告 <span class="en">Conformance report</span></h1>
<div>${xml(implementation.name)} ${xml(implementation.version)} (${xml(implementation.lang)}) · ${xml(report.suite.document)} · ${xml(report.target)}</div>
<div class="big ${isGood ? "good" : "bad"}">${reached} · ${how}<br>${tally}</div>
<table><tr><th>开始 <span class="en">started</span></th><td>${xml(report.startedAt)}</td><th>用时 <span class="en">duration</span></th><td>${(report.durationMs / 1000).toFixed(1)} s</td></tr>
<tr><th>种子 <span class="en">seed</span></th><td>${report.seed}</td><th>每项输入 <span class="en">inputs a case</span></th><td>${report.runs}</td></tr>
<tr><th>工具 <span class="en">kit</span></th><td>${xml(report.kit.name)} ${xml(report.kit.version)}</td><th>用例摘要 <span class="en">suite digest</span></th><td><code>${xml(report.suite.digest.slice(0, 16))}</code></td></tr>
<tr><th>声明的功能 <span class="en">features</span></th><td colspan="3">${xml(implementation.features.join(", "))}</td></tr></table>
<h2>未通过 <span class="en">What did not pass</span> (${failures.length})</h2>
${failures.length === 0 ? "<p>没有。 <span class='en'>Nothing.</span></p>" : failures.map((one) => failureOf(one, report)).join("\n")}
${gap}
${claims}
<h2>要求 <span class="en">Requirements</span></h2>
<table class="req"><tr><th>编号 <span class="en">id</span></th><th>条款 <span class="en">clause</span></th><th>级别 <span class="en">level</span></th><th>内容 <span class="en">text</span></th><th>结论 <span class="en">verdict</span></th></tr>
${report.requirements.map(rowOf).join("\n")}</table></main></body></html>
`;
};
