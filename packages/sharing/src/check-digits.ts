/** Letters of the unified social credit code in the order of their values; no I, O, S, V, Z. GB 32100-2015. */
const CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** 3^(i-1) mod 31. */
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether the last character of a unified social credit code (统一社会信用代码) fits the 17 before it. GB 32100-2015. */
export const isCreditCode = (code: string): boolean => {
  if (code.length !== CREDIT_WEIGHTS.length + 1) return false;
  const values = [...code].map((letter) => CREDIT_LETTERS.indexOf(letter));
  if (values.includes(-1)) return false;
  const sum = CREDIT_WEIGHTS.reduce((total, weight, i) => total + weight * (values[i] as number), 0);
  return values.at(-1) === (31 - (sum % 31)) % 31;
};

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Whether an organisation code (组织机构代码), with or without its hyphen, has the right check character. GB 11714. */
export const isOrganisationCode = (text: string): boolean => {
  const code = text.replace("-", "");
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false;
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(code[i] as string, 36),
    0,
  );
  const check = 11 - (sum % 11);
  return code[8] === (check === 10 ? "X" : check === 11 ? "0" : String(check));
};

/** Whether an IMEI of 15 digits has the right last digit (Luhn). */
export const isImei = (text: string): boolean => {
  if (!/^[0-9]{15}$/.test(text)) return false;
  const sum = [...text].reduce((total, digit, i) => {
    const twice = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
};
