/** How many documents are signed at once (`POST /signed-work`). */
export const SIGNED = 10;

/** The page on which these pieces of work are signed. */
export const signingAddress = (ids: readonly string[]) => `/app/signing?work=${ids.join('.')}`;

/** What the address names, each once. */
export const namedIn = (query: URLSearchParams): readonly string[] =>
  [...new Set((query.get('work') ?? '').split('.'))].filter((id) => id !== '').slice(0, SIGNED);
