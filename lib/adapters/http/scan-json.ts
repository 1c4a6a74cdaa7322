import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import { pointerTo } from './pointer.ts';

/** How many levels of nesting and how many values a body may have; the largest form has about fifty values in two levels. */
export const JSON_LIMITS = { depth: 32, values: 10_000 } as const;

/** A string (up to the end of the text if it is not closed, so that no text is read twice), a mark, or another scalar. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"?|[[\]{},:]|[^\s[\]{}",:]+/gs;

interface Level {
  /** The names read so far; arrays have none. */
  readonly names?: Set<string>;
  at: string | number;
}

/**
 * Looks, without parsing, for what makes a text too expensive or too ambiguous to parse: depth, number of values, a name
 * twice in one object (RFC 8259 leaves open which counts; RFC 7493 forbids it). Stops at the first. May let a text pass
 * that is not JSON: the parser refuses it.
 */
export function scanJson(text: string): Refusal | undefined {
  const levels: Level[] = [];
  let values = 0;
  let last = '';
  for (const [mark] of text.matchAll(token)) {
    const level = levels.at(-1);
    if (mark === '{') levels.push({ names: new Set(), at: '' });
    else if (mark === '[') levels.push({ at: 0 });
    else if (mark === '}' || mark === ']') levels.pop();
    else if (mark === ',' && typeof level?.at === 'number') level.at += 1;
    else if (mark === ':' && level?.names) {
      // The string before was a name, not a value.
      values -= 1;
      level.at = unescape(last);
      if (level.names.has(level.at)) return refuseRepeated(levels);
      level.names.add(level.at);
    }
    if (!/^[\]},:]$/.test(mark)) values += 1;
    if (levels.length > JSON_LIMITS.depth) return refuse('body/too-deep', { facts: { limit: JSON_LIMITS.depth } });
    if (values > JSON_LIMITS.values) return refuse('body/too-many-values', { facts: { limit: JSON_LIMITS.values } });
    last = mark;
  }
  return undefined;
}

const refuseRepeated = (levels: readonly Level[]) =>
  refuse('body/repeated-name', {
    errors: [
      {
        field: pointerTo(
          '',
          levels.map(({ at }) => at),
        ),
        rule: 'repeated',
        expected: 'once',
      },
    ],
  });

/** `"a"` and `"\u0061"` are the same name. */
function unescape(name: string): string {
  try {
    return name.includes('\\') ? String(JSON.parse(name)) : name.slice(1, -1);
  } catch {
    return name;
  }
}
