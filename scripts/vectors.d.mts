/** Where published test material lies: beside the repository. */
export const home: string;
/** Folder → what it is. */
export const sets: Readonly<Record<string, string>>;
/** The folders that are not there. */
export function missing(): readonly string[];
/** Path → SHA-256. */
export function listed(): ReadonlyMap<string, string>;
/** `undefined` where there is no such file. */
export function digestOf(file: string): string | undefined;
