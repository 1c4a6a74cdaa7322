import type { Finding, Path } from './defect.ts';
import type { Operation } from './procedure.ts';
import type { Action } from './regulation.ts';
import type { Effect, Outcome, Task } from './words.ts';

type Verb = Effect | Task | 'end';

/** What must be done before an operation, on every path: one of these. */
const before: Readonly<Partial<Record<Verb, readonly Verb[]>>> = {
  'number-request': ['confirm-submission'],
  'show-status': ['number-request'],
  'print-receipt': ['number-request'],
  'form-output': ['decide'],
  'notify-applicant': ['decide'],
  'create-output': ['form-output'],
  sign: ['create-output'],
  'deliver-output': ['sign'],
  'hand-over': ['sign'],
  end: ['sign', 'refuse-request'],
};
/** A request without a number is not among anybody's work. */
const beforeWork: readonly Verb[] = ['number-request'];

/**
 * Follows every path of a table and finds the first operation whose preconditions are not met. Nothing is delivered
 * before it is signed. Only a request that a system turns away ends without a signature.
 */
export function checkOrder(
  actions: readonly Action[],
  pathOf: (action: Action) => Path,
  outcomesOf: (operation: Operation) => readonly Outcome[],
): Finding[] {
  const findings = new Map<string, Finding>();
  const follow = (to: number | 'end', done: ReadonlySet<Verb>, from: Action): void => {
    if (to === 'end') return void miss('end', before.end, done, from);
    const action = actions.find(({ no }) => no === to);
    if (action) pass(action, new Set(done));
  };
  const miss = (verb: Verb, wanted: readonly Verb[] = [], done: ReadonlySet<Verb>, action: Action): boolean => {
    if (wanted.length === 0 || wanted.some((each) => done.has(each))) return false;
    const reason = `row ${action.no}: "${verb}" comes on a way without "${wanted.join('" or "')}" before it`;
    findings.set(reason, { path: pathOf(action), reason });
    return true;
  };
  const pass = (action: Action, done: Set<Verb>): void => {
    for (const operation of action.does) {
      const verb = verbOf(operation);
      if (verb === undefined) continue;
      if (miss(verb, before[verb] ?? ('work' in operation ? beforeWork : []), done, action)) return;
      const outcomes = outcomesOf(operation);
      for (const way of action.goes)
        if (way.if !== undefined && outcomes.includes(way.if))
          // An unconfirmed check must itself refuse the request.
          follow(way.to, new Set<Verb>([...done, verb, ...(way.if === 'unconfirmed' ? turned : [])]), action);
      done.add(verb);
    }
    follow(action.goes.at(-1)?.to ?? 'end', done, action);
  };
  const [first] = actions;
  if (first) pass(first, new Set());
  return [...findings.values()];
}

const turned = ['refuse-request'] as const;

const verbOf = (operation: Operation): Verb | undefined =>
  'effect' in operation ? operation.effect : 'work' in operation ? operation.work : undefined;
