import { adviceFor } from "./hazard-advice.ts";
import type { MonitoringFacts } from "./monitoring-facts.ts";
import { nextSteps, spanText, summaryOf } from "./monitoring-words.ts";
import type { Pdf, PdfMaker } from "./pdf-maker.ts";

/** A monitoring report (监测报告) as PDF, EF-4.3. */
export const monitoringPdf = (maker: PdfMaker, facts: MonitoringFacts): Pdf => {
  const { language } = facts;
  const share = (value: number | null): string => (value === null ? "–" : `${(value * 100).toFixed(1)}%`);
  return maker.make(
    "monitoring",
    {
      ...facts,
      summary: summaryOf(facts),
      nextSteps: nextSteps(facts),
      online: share(facts.onlineShare),
      acknowledge: spanText(facts.acknowledgeMinutes, language),
      rectify: spanText(facts.rectifyMinutes, language),
      devices: facts.devices.map((one) => ({ ...one, online: share(one.onlineShare) })),
      hazards: facts.hazards.map((one) => {
        const { causes, advice } = adviceFor(one.type);
        return { ...one, causes: causes[language], standard: advice[language] };
      }),
    },
    facts.at,
  );
};
