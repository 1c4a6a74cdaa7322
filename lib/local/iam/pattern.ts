/** Patterns come from the template, so there are as many as it has. */
const compiled = new Map<string, RegExp>();

/** Whether a pattern of a policy matches: `*` stands for any characters, `?` for one. */
export function like(pattern: string, text: string, flags: '' | 'i' = ''): boolean {
  const name = `${flags}:${pattern}`;
  const known = compiled.get(name) ?? compile(pattern, flags);
  compiled.set(name, known);
  return known.test(text);
}

const compile = (pattern: string, flags: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    `s${flags}`,
  );
