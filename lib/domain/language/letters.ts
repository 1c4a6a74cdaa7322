/**
 * Letters that the documents' font can draw, as the inside of a regular expression's brackets. Ranges instead of
 * `\p{L}`: openapi.json has the same pattern, and not every validator knows Unicode classes.
 */
export const latin = 'A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u017f';
/** With every letter of Kazakh and of its neighbours' languages. */
export const cyrillic = '\\u0400-\\u045f\\u0490-\\u049b\\u049e-\\u04a7\\u04aa-\\u04b7\\u04ba-\\u04bb\\u04d0-\\u04f9';
