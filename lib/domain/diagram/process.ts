import { outcomesOf } from '../regulation/check.ts';
import type { Action, Channel } from '../regulation/regulation.ts';
import type { Outcome } from '../regulation/words.ts';
import { lanesOf, type Lane } from './lanes.ts';
import { endWords, identityUnconfirmed, outcomeWords, startWords, type Words } from './words.ts';

interface Placed {
  readonly id: string;
  /** Index among the lanes. */
  readonly lane: number;
  /** 1: beside the lane's main line. */
  readonly track: 0 | 1;
}
export interface TaskNode extends Placed {
  readonly kind: 'task';
  readonly action: Action;
}
/** A gateway is exclusive and asks about one outcome; an end beside it has the outcome as its name. */
export type Node = TaskNode | (Placed & { readonly kind: 'start' | 'gateway' | 'end'; readonly name?: Words });

export interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The flow to take when the gateway's condition does not hold. */
  readonly isDefault?: boolean;
  readonly outcome?: Outcome;
  readonly name?: Words;
}

/** A channel as a flow chart (BPMN: a process). Nodes are in the order in which they are laid out. */
export interface Process {
  readonly lanes: readonly Lane[];
  readonly nodes: readonly Node[];
  readonly flows: readonly Flow[];
}

interface Way {
  readonly to: number | 'end';
  readonly if: Outcome;
  readonly words: Words;
}

/** The conditional flows that leave a row, each with the operation that answers it, in the machine's order. */
const waysOf = ({ does, goes }: Action): Way[] =>
  does.flatMap((operation) => {
    const answers = new Set<string>(outcomesOf(operation));
    const words = (outcome: Outcome) =>
      outcome === 'unconfirmed' && 'effect' in operation && operation.effect === 'confirm-identity'
        ? identityUnconfirmed
        : outcomeWords[outcome];
    return goes.flatMap((way) =>
      way.if !== undefined && answers.has(way.if) ? [{ to: way.to, if: way.if, words: words(way.if) }] : [],
    );
  });

/** The flow chart of a channel: a task for each row, a gateway for each condition, an end for each outcome. */
export function processOf({ actions }: Pick<Channel, 'actions'>): Process {
  const lanes = lanesOf(actions);
  const laneOf = (no: number) => lanes.of.get(no) ?? 0;
  const rows = new Map(actions.map((action) => [action.no, action]));
  const sides = sideRows(actions);
  const nodes: Node[] = [];
  const flows: Flow[] = [];
  const flow = (from: string, to: string, more: Partial<Flow> = {}) =>
    void flows.push({ id: ['flow', from, to, more.outcome].filter(Boolean).join('-'), from, to, ...more });
  const first = actions[0]?.no ?? 0;
  nodes.push({ id: 'start', kind: 'start', lane: laneOf(first), track: 0, name: startWords });
  flow('start', taskId(first));

  const add = (action: Action): void => {
    const id = taskId(action.no);
    const side = sides.get(action.no);
    const at = {
      lane: laneOf(action.no),
      track: side !== undefined && laneOf(side) === laneOf(action.no) ? 1 : 0,
    } as const;
    nodes.push({ id, kind: 'task', ...at, action });
    let last: { readonly id: string; readonly isDefault?: true } = { id };
    const leave = (to: number | 'end', from: string, name: Words, more: Partial<Flow>) => {
      if (to !== 'end') return flow(from, taskId(to), more);
      const end = ['end', from, more.outcome].filter(Boolean).join('-');
      nodes.push({ id: end, kind: 'end', ...at, name });
      return flow(from, end, more);
    };
    for (const [index, way] of waysOf(action).entries()) {
      const gateway = `gateway-${action.no}-${index + 1}`;
      nodes.push({ id: gateway, kind: 'gateway', ...at });
      flow(last.id, gateway, last.isDefault ? { isDefault: true } : {});
      leave(way.to, gateway, way.words, { outcome: way.if, ...(way.to !== 'end' && { name: way.words }) });
      last = { id: gateway, isDefault: true };
      const target = way.to !== 'end' && sides.get(way.to) === action.no ? rows.get(way.to) : undefined;
      if (target) add(target);
    }
    const name = side === undefined ? endWords.completed : endWords.refused;
    leave(action.goes.at(-1)?.to ?? 'end', last.id, name, last.isDefault ? { isDefault: true } : {});
  };
  for (const action of actions) if (!sides.has(action.no)) add(action);
  const twoTracks = new Set(nodes.filter(({ track }) => track === 1).map(({ lane }) => lane));
  return {
    lanes: lanes.names.map((name, lane) => ({ id: `lane-${lane + 1}`, name, tracks: twoTracks.has(lane) ? 2 : 1 })),
    nodes,
    flows,
  };
}

const taskId = (no: number) => `row-${no}`;

/** Rows that end the request and follow one condition only: row → the row with the condition. */
function sideRows(actions: readonly Action[]): Map<number, number> {
  const leading = (to: number) =>
    actions.flatMap(({ no, goes }) => goes.filter((way) => way.to === to).map((way) => ({ no, way })));
  return new Map(
    actions.flatMap(({ no, goes }): [number, number][] => {
      const [only, ...others] = leading(no);
      const ends = goes.every(({ to }) => to === 'end') && goes.length === 1;
      return only && others.length === 0 && only.way.if !== undefined && ends ? [[no, only.no]] : [];
    }),
  );
}
