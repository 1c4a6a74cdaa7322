import { createHash } from 'node:crypto';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import { checkRegulation } from './check.ts';
import type { Defect, Finding, Path } from './defect.ts';
import { interpret } from './interpret.ts';
import type { Regulation } from './regulation.ts';
import { RegulationText } from './schema.ts';

export type Loaded = { readonly regulation: Regulation } | { readonly defects: readonly Defect[] };

/**
 * Reads a regulation's YAML. The answer is either a regulation that passes every check of a single file, or all defects,
 * each with its line.
 *
 * @param text the file's content
 * @param file its name, for the defects
 * @param more checks of what the domain of regulations does not know
 */
export function loadRegulation(text: string, file: string, more: typeof checkRegulation = () => []): Loaded {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: true });
  if (document.errors.length > 0)
    return {
      defects: document.errors.map(({ message, pos }) => ({
        file,
        line: lines.linePos(pos[0]).line,
        path: [],
        reason: message.split('\n')[0] ?? message,
      })),
    };
  const locate = (finding: Finding): Defect => ({ ...finding, file, line: lineOf(document, lines, finding.path) });

  const parsed = RegulationText.safeParse(document.toJS());
  if (!parsed.success)
    return {
      defects: parsed.error.issues.map(({ path, message }) =>
        locate({ path: path.filter((key) => typeof key !== 'symbol'), reason: message }),
      ),
    };
  const read = interpret(parsed.data, versionOf(text));
  if ('findings' in read) return { defects: read.findings.map(locate) };
  const findings = [checkRegulation, more].flatMap((check) => check(read.regulation, parsed.data));
  return findings.length > 0 ? { defects: findings.map(locate) } : read;
}

/** Each change of a letter makes another version; line endings do not matter. */
const versionOf = (text: string) =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 12);

/** The line of the deepest part of the path that the file has. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
