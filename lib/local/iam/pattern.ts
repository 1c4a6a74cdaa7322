/** Whether a pattern of a policy matches: `*` stands for any characters, `?` for one. */
export const like = (pattern: string, text: string, flags = '') =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    `s${flags}`,
  ).test(text);
