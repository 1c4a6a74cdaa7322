import { outcomesOf } from '../lib/domain/regulation/check.ts';
import type { Operation } from '../lib/domain/regulation/procedure.ts';
import type { Channel } from '../lib/domain/regulation/regulation.ts';
import type { Effect, Outcome, Task } from '../lib/domain/regulation/words.ts';
import { stateNames } from './compile.ts';

/** What systems and people answer on a path; the default is the good outcome. */
export type Answers = Readonly<Partial<Record<Effect | Task, Outcome>>>;

/** The cases of a request: the paths on which `test/machines` runs every machine. */
export const cases = {
  approved: {},
  refused: { conclude: 'refused', check: 'refused', decide: 'refused' },
  /** Every person is late: reminded, escalated, and then does the work. */
  overdue: {},
  /** There is no place yet: the request waits in the queue, and a place that is offered later is accepted. */
  offered: {},
  /** The term is extended, if the regulation allows it. */
  extended: {},
  'signature not confirmed': { 'confirm-submission': 'unconfirmed' },
  'identity not confirmed': { 'confirm-identity': 'unconfirmed' },
  'registry without data': { 'ask-registry': 'absent' },
  /** The service costs something, and the applicant pays. */
  paid: { 'check-payment': 'paid' },
  /** It costs something, and nobody pays in time. */
  'not paid': { 'check-payment': 'unpaid' },
} as const satisfies Record<string, Answers>;
export type CaseName = keyof typeof cases;

/** The cases that a channel has, in order. A case needs an actor who can give its answer. */
export function casesOf({ actions, again }: Pick<Channel, 'actions' | 'again'>): CaseName[] {
  const operations = actions.flatMap(({ does }) => does);
  const verbs = new Set<string>(operations.map(verbOf));
  const extendable = operations.some((operation) => 'work' in operation && operation.extendable !== undefined);
  return (Object.keys(cases) as CaseName[]).filter((name) => {
    if (name === 'extended') return extendable;
    if (name === 'offered') return again !== undefined;
    const asked = Object.keys(cases[name]);
    return asked.length === 0 || asked.some((verb) => verbs.has(verb));
  });
}

/** The states of a channel's rows that a request passes in a case, in order; for `offered`, those of both its runs. */
export const walkCase = (channel: Pick<Channel, 'actions' | 'again'>, name: CaseName): string[] => [
  ...walk(channel, cases[name]),
  ...(name === 'offered' ? walk(channel, cases[name], channel.again?.row) : []),
];

/**
 * The states that a request passes in one run from a row on, read only from the table: in each row its operations one
 * after another until an answer has its own way, otherwise the row's last way.
 */
export function walk({ actions }: Pick<Channel, 'actions'>, answers: Answers, from = actions[0]?.no): string[] {
  const visited: string[] = [];
  const rows = new Map(actions.map((action) => [action.no, action] as const));
  for (let action = actions.find(({ no }) => no === from); action !== undefined;) {
    if (!rows.delete(action.no)) throw new Error(`row ${action.no} is passed twice`);
    const names = stateNames(action);
    const { does, goes } = action;
    const turn = does.findIndex((operation) => goes.some((way) => way.if === answerOf(operation, answers)));
    const answer = turn < 0 ? undefined : answerOf(does[turn]!, answers);
    visited.push(...(turn < 0 ? names : names.slice(0, turn + 1)));
    const to = goes.find((way) => way.if === answer)?.to ?? 'end';
    action = to === 'end' ? undefined : actions.find(({ no }) => no === to);
  }
  return visited;
}

/** An operation that asks nothing has no answer; the first of its outcomes is the good one. */
function answerOf(operation: Operation, answers: Answers): Outcome | 'nothing' {
  const [good] = outcomesOf(operation);
  return good === undefined ? 'nothing' : (answers[verbOf(operation) as Effect | Task] ?? good);
}

const verbOf = (operation: Operation): string =>
  'effect' in operation ? operation.effect : 'work' in operation ? operation.work : operation.idle;
