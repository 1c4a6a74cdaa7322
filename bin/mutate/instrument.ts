import { parse } from '@babel/parser';
import type { Node } from '@babel/types';
import { changesOf, conditionOf } from './operators.ts';

export interface Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  readonly operator: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The source with all mutants in it, each behind `__mutant(id)`, which is true for the one that is switched on: one build serves for all of
 * them. Ids count from `first`.
 */
export function instrument(source: string, file: string, first: number): { code: string; mutants: readonly Mutant[] } {
  const mutants: Mutant[] = [];
  const conditions = new Set<Node>();
  /** Links of `a?.b.c()` that others hang on: brackets around one would end the chain. */
  const links = new Set<Node>();

  const original = (node: Node): string => source.slice(node.start ?? 0, node.end ?? 0);

  function add(node: Node, operator: string, after: string): number {
    const id = first + mutants.length;
    mutants.push({ id, file, line: node.loc?.start.line ?? 0, operator, before: original(node), after });
    return id;
  }

  /** The text of a node with the mutants of its parts in it, and its own around it. */
  function emit(node: Node): string {
    const condition = conditionOf(node);
    if (condition) conditions.add(condition);
    if (node.type === 'OptionalCallExpression') links.add(node.callee);
    if (node.type === 'OptionalMemberExpression') links.add(node.object);
    const inner = emitParts(node);
    if (links.has(node)) return inner;
    const own = [
      ...(conditions.has(node) ? ['true', 'false'].map((text) => ({ operator: 'condition', text })) : []),
      ...changesOf(node, original),
    ];
    if (own.length === 0) return inner;
    const choices = own.map(({ operator, text }) => `__mutant(${add(node, operator, text)}) ? (${text}) : `).join('');
    return `(${choices}(${inner}))`;
  }

  function emitParts(node: Node): string {
    let text = '';
    let at = node.start ?? 0;
    for (const part of partsOf(node)) {
      text += source.slice(at, part.start ?? 0) + emit(part);
      at = part.end ?? 0;
    }
    return text + source.slice(at, node.end ?? 0);
  }

  const program = parse(source, { sourceType: 'module', plugins: ['typescript'], sourceFilename: file }).program;
  const code = source.slice(0, program.start ?? 0) + emitParts(program) + source.slice(program.end ?? 0);
  return { code, mutants };
}

/** What a node consists of, in the order of the text; types, imports and names of properties are not what runs. */
function partsOf(node: Node): readonly Node[] {
  const parts = Object.entries(node).flatMap(([field, value]: [string, unknown]) => {
    if (field === 'loc' || field.endsWith('Comments') || field === 'typeAnnotation' || field === 'returnType')
      return [];
    if (field === 'key' && 'computed' in node && !node.computed) return [];
    if (field === 'property' && 'computed' in node && !node.computed) return [];
    return (Array.isArray(value) ? value : [value]).filter(isNode);
  });
  return parts.filter(runs).toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'loc' in value;

const carriers = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']);
const runs = ({ type }: Node): boolean =>
  (!type.startsWith('TS') || carriers.has(type)) && type !== 'ImportDeclaration' && type !== 'ExportSpecifier';
