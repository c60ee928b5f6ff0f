/** Bytes as people read them: `1.5 GB`. */
export const sizeText = (bytes: number): string => {
  const units = ["B", "KB", "MB", "GB", "TB"] as const;
  const place = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** place;
  return `${place === 0 || value >= 100 ? Math.round(value) : Number(value.toPrecision(2))} ${units[place]}`;
};
