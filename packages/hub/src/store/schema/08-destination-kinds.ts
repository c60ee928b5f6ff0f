/** `owing`: kinds of which not every record is owed yet, the first of them owed up to the id `owing_after`. */
export const destinationKinds = `
ALTER TABLE destination ADD COLUMN kinds TEXT NOT NULL DEFAULT 'operator unit device component alarm';
ALTER TABLE destination ADD COLUMN owing TEXT NOT NULL DEFAULT '';
ALTER TABLE destination ADD COLUMN owing_after TEXT NOT NULL DEFAULT '';
ALTER TABLE destination ADD COLUMN owing_since INTEGER NOT NULL DEFAULT 0;
`;
