export const dismissedStrangers = `
ALTER TABLE stranger ADD COLUMN dismissed_at INTEGER;
`;
