import type { Expression, Node } from '@babel/types';

/** One way to make an expression wrong: its new text, out of the texts of its parts. */
export interface Change {
  readonly operator: string;
  /** As it reads in the list of survivors. */
  readonly text: string;
}
type TextOf = (node: Node) => string;

const swappedOperators: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '&&': ['||'],
  '||': ['&&'],
};

/** What a check, a status or a verdict says, and what would be worst to say instead. */
const swappedWords: Readonly<Record<string, string>> = {
  passed: 'failed',
  failed: 'passed',
  indeterminate: 'passed',
  valid: 'invalid',
  good: 'revoked',
  revoked: 'good',
  undetermined: 'good',
  unverified: 'other',
};

const swappedMethods: Readonly<Record<string, string>> = { some: 'every', every: 'some', min: 'max', max: 'min' };
/** Methods whose call may be left out: `list.filter(f)` becomes `list`. */
const dropped = new Set(['filter', 'slice', 'sort', 'toSorted', 'toReversed']);

/** Functions that make a check: what would be a check that always passes. */
const softened: Readonly<Record<string, (args: readonly string[]) => string>> = {
  failed: ([code, , facts]) => `passed(${[code, facts].filter((arg) => arg !== undefined).join(', ')})`,
  indeterminate: ([code, , facts]) => `passed(${[code, facts].filter((arg) => arg !== undefined).join(', ')})`,
  judge: ([code, , facts]) => `judge(${[code, 'undefined', facts].filter((arg) => arg !== undefined).join(', ')})`,
};

/** Every change of one expression; those of its parts are made there. */
export function changesOf(node: Node, text: TextOf): readonly Change[] {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return changeOperator(node.operator, text(node.left), text(node.right));
    case 'UnaryExpression':
      return node.operator === '!' ? [{ operator: 'negation', text: text(node.argument) }] : [];
    case 'BooleanLiteral':
      return [{ operator: 'boolean', text: String(!node.value) }];
    case 'NumericLiteral':
      return [{ operator: 'number', text: String(node.value + 1) }];
    case 'StringLiteral': {
      const other = swappedWords[node.value];
      return other === undefined ? [] : [{ operator: 'word', text: `'${other}'` }];
    }
    case 'CallExpression':
    case 'OptionalCallExpression':
      return changeCall(node.callee, node.arguments, text);
    default:
      return [];
  }
}

function changeOperator(operator: string, left: string, right: string): readonly Change[] {
  if (operator === '??') return [{ operator: 'default', text: `(${right})` }];
  return (swappedOperators[operator] ?? []).map((other) => ({
    operator: `${operator} to ${other}`,
    text: `(${left}) ${other} (${right})`,
  }));
}

function changeCall(callee: Node, args: readonly Node[], text: TextOf): readonly Change[] {
  const given = args.map(text);
  if (callee.type === 'Identifier') {
    const soften = softened[callee.name];
    return soften ? [{ operator: 'check', text: soften(given) }] : [];
  }
  if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return [];
  if (callee.property.type !== 'Identifier') return [];
  const method = callee.property.name;
  const other = swappedMethods[method];
  const object = text(callee.object);
  const dot = callee.type === 'OptionalMemberExpression' ? '?.' : '.';
  return [
    ...(other ? [{ operator: `${method} to ${other}`, text: `${object}${dot}${other}(${given.join(', ')})` }] : []),
    ...(dropped.has(method) ? [{ operator: `no ${method}`, text: object }] : []),
  ];
}

/** The condition that an `if`, a loop or `? :` asks: made to say always yes and always no. */
export function conditionOf(node: Node): Expression | undefined {
  if (node.type === 'IfStatement' || node.type === 'ConditionalExpression' || node.type === 'WhileStatement')
    return node.test;
  return undefined;
}
