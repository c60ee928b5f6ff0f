/** Puts lines between the marks of a section of docs/speed.md. @throws TypeError when the page has no such marks */
export declare const writeSection: (name: string, lines: readonly string[]) => void;
