/** A file's name as the API accepts it: without separators and control characters, with its extension. */
export const nameFile = (name: string): string => name.replaceAll(/[\p{Cc}/\\]/gu, '').slice(-200);
