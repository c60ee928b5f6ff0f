import { operatorDocumentKinds, type Words } from "@dianan/model";

type Body = { readonly [member: string]: unknown };

/** Years of experience that stand for an electrician's certificate (EF-5.8). */
const EXPERIENCE_YEARS_MIN = 5;

/** Kinds of documents (EF-5.4, EF-5.8) of which none is valid on a day (缺少的文件类别). `today` is `YYYY-MM-DD`. */
export const missingDocuments = (items: readonly Body[], today: string): readonly string[] => {
  const valid = items.filter(
    ({ validFrom, validUntil }) =>
      String(validFrom) <= today && (typeof validUntil !== "string" || validUntil >= today),
  );
  const kinds = new Set(valid.map(({ kind }) => kind));
  return Object.keys(operatorDocumentKinds).filter((kind) => !kinds.has(kind));
};

/** What an operator's qualification lacks (资质缺项), EF-5.8. `path` is a JSON pointer. */
export const qualificationShortcomings = (
  qualification: Body | null,
): readonly (Words & { readonly path: string })[] => {
  if (qualification === null) return [{ path: "/qualification", en: "Nothing is recorded", zh: "未登记资质" }];
  const technicians = (Array.isArray(qualification.technicians) ? qualification.technicians : []) as readonly Body[];
  const isQualified = ({ isElectrician, experienceYears }: Body): boolean =>
    isElectrician === true || (typeof experienceYears === "number" && experienceYears >= EXPERIENCE_YEARS_MIN);
  return [
    ...(qualification.isLegalPerson === true
      ? []
      : [{ path: "/qualification/isLegalPerson", en: "It is no legal person", zh: "不具有法人资格" }]),
    ...(qualification.isOperationInScope === true
      ? []
      : [
          {
            path: "/qualification/isOperationInScope",
            en: "Its business does not cover operation",
            zh: "经营范围不含运维",
          },
        ]),
    ...(technicians.length > 0
      ? []
      : [{ path: "/qualification/technicians", en: "It has no technician", zh: "没有技术人员" }]),
    ...technicians.flatMap((one, n) =>
      isQualified(one)
        ? []
        : [
            {
              path: `/qualification/technicians/${n}`,
              en: "Neither 5 years of experience nor an electrician's certificate",
              zh: "从业不足 5 年且无电工证",
            },
          ],
    ),
  ];
};
