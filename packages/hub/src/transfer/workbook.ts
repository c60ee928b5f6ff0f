import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { columnName } from "./column-name.ts";

/** A cell as it is written. Texts are written as texts: a spreadsheet never runs them. */
export type WrittenCell = string | number | boolean | null;
export type WrittenSheet = {
  /** 1 to 31 characters, none of []:*?/\ */ readonly name: string;
  /** Characters. */ readonly widths: readonly number[];
  /** The first row stays in sight. */ readonly rows:
    | AsyncIterable<readonly WrittenCell[]>
    | Iterable<readonly WrittenCell[]>;
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const entities: { readonly [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** XML has no place for other control characters. */
const xmlText = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\r\n]|\p{Cs}|[\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"]/g, (character) => entities[character] ?? "");

const cellXml = (cell: WrittenCell, at: string): string => {
  if (cell === null || cell === "") return "";
  if (typeof cell === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return Number.isFinite(cell) ? `<c r="${at}"><v>${cell}</v></c>` : "";
};

/** Text that goes to the packer at once. Characters. */
const PIECE = 64 * 1024;

async function* sheetXml({ rows, widths }: WrittenSheet): AsyncGenerator<Buffer> {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
  text += `${columns.length > 0 ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>`;
  let row = 0;
  for await (const cells of rows) {
    row += 1;
    text += `<row r="${row}">${cells.map((cell, i) => cellXml(cell, `${columnName(i + 1)}${row}`)).join("")}</row>`;
    if (text.length < PIECE) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(`${text}</sheetData></worksheet>`);
}

/** The parts of a workbook that say where its sheets are. */
const partsOf = (names: readonly string[]): { readonly [path: string]: string } => ({
  "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${OFFICE}.worksheet+xml"/>`).join("")}</Types>`,
  "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join("")}</Relationships>`,
});

/**
 * An XLSX workbook (ECMA-376), packed as its rows come: as much memory for a million rows as for ten.
 *
 * @throws whatever the rows throw
 */
export async function* workbookBytes(sheets: readonly WrittenSheet[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  for (const [path, xml] of Object.entries(partsOf(sheets.map(({ name }) => name))))
    zip.addBuffer(Buffer.from(HEAD + xml), path);
  for (const [i, sheet] of sheets.entries()) {
    const rows = Readable.from(sheetXml(sheet), { objectMode: false });
    rows.on("error", (error) => out.destroy(error));
    zip.addReadStream(rows, `xl/worksheets/sheet${i + 1}.xml`);
  }
  zip.end();
  zip.on("error", (error) => out.destroy(error as Error));
  yield* out as AsyncIterable<Uint8Array>;
}
