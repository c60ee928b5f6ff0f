import type { ProfileReport } from "@dianan/profile";

const passed = ({ vectors }: ProfileReport): number => vectors.filter(({ ok }) => ok).length;

/** A report for people: each vector, what differs, what no vector shows, a line of sums. */
export const reportText = (report: ProfileReport): string => {
  const { profile, vectors, untested } = report;
  const failed = vectors.length - passed(report);
  return [
    `${profile.id} ${profile.version}`,
    ...vectors.flatMap(({ name, ok, differences }) => [
      `  ${ok ? "✓" : "✗"} ${name}`,
      ...differences.flatMap(({ path, message }) => [
        `      ${path}`,
        `        ${message.zh}`,
        `        ${message.en}`,
      ]),
    ]),
    ...(untested.length === 0 ? [] : [`  ! 没有向量证明 no vector shows: ${untested.join(" ")}`]),
    `  ${passed(report)} 通过 passed, ${failed} 失败 failed`,
    "",
  ].join("\n");
};
