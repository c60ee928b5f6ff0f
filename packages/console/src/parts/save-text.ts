/** One line of a table as CSV: quoted where it has to be, and never a formula in a spreadsheet. */
export const csvLine = (cells: readonly string[]): string =>
  cells
    .map((cell) => {
      const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
      return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    })
    .join(",");

/** Gives bytes to the person as a file. */
export const saveBytes = (name: string, bytes: Blob): void => {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};

/** Gives a text to the person as a file. */
export const saveText = (name: string, text: string, type: string): void => saveBytes(name, new Blob([text], { type }));
