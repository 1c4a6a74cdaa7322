import type { Event } from '../request/event.ts';
import { isNumbered, isSubmitted, type Request, type SubmittedRequest } from '../request/request.ts';
import { eventsOfRun, runOf } from '../request/run.ts';
import type { Diagram } from './diagram.ts';
import type { Mark } from './svg.ts';

/** The row of a machine's state: 5 for `05-mio-accept`; undefined for a state that is no row. */
const rowOf = (state: string | undefined): number | undefined => {
  const digits = /^(\d+)-/.exec(state ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/**
 * How far a request has come in its channel's table, by its own history. A row is done when a later row has been reached,
 * or when each of its operations has left an event and none of its work is open. A row without operations is passed when
 * the next row is reached. The current row is that of the open work, else the one that the machine is in. It is overdue
 * when the term of its work or of the whole request has passed.
 */
export function marksOf(request: Request, diagram: Diagram, now: Date): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  if (!isSubmitted(request)) return marks;
  const isClosed = 'closedAt' in request;
  const work = isNumbered(request) && !isClosed && request.work && !request.work.outcome ? request.work : undefined;
  const states = Map.groupBy(
    eventsFor(request, diagram).filter(({ row }) => rowOf(row) !== undefined),
    ({ row }) => rowOf(row)!,
  );
  const isWhole = (no: number) =>
    new Set(states.get(no)?.map(({ row }) => row)).size >= (taskOf(diagram, no)?.states ?? 1) &&
    no !== rowOf(work?.row);
  const reached = [...states.keys()];
  for (const no of reached) if (isClosed || isWhole(no) || no !== reached.at(-1)) marks.set(no, 'done');
  const current = isClosed ? undefined : (rowOf(work?.row) ?? machineRow(diagram, reached, isWhole));
  if (current !== undefined) marks.set(current, isOverdue(request, work?.dueAt, now) ? 'overdue' : 'current');
  passIdleRows(diagram, marks, isClosed);
  return marks;
}

/** In a later run, rows before its first row stay done; what earlier runs did from that row on does not count. */
function eventsFor(request: SubmittedRequest, { again }: Diagram): readonly Event[] {
  if (runOf(request) === 0) return request.events;
  const first = request.events.findIndex(({ row }) => rowOf(row) === again);
  return [...request.events.slice(0, first), ...eventsOfRun(request)];
}

const isOverdue = (request: Request, due: string | undefined, now: Date): boolean =>
  [due, isNumbered(request) ? request.dueAt : undefined].some(
    (time) => time !== undefined && Date.parse(time) < now.getTime(),
  );

const taskOf = ({ nodes }: Diagram, no: number) => nodes.find((node) => node.no === no);

/** The last row reached, while it is unfinished; else the next row, unless there are several. */
function machineRow(diagram: Diagram, reached: readonly number[], isWhole: (no: number) => boolean) {
  const last = reached.at(-1);
  if (last !== undefined && !isWhole(last)) return last;
  const seen = new Set<number>();
  let at = last === undefined ? 'start' : taskOf(diagram, last)?.id;
  for (;;) {
    const [next, other] = followersOf(diagram, at);
    if (next === undefined || other !== undefined || seen.has(next.no)) return undefined;
    if (next.states > 0) return next.no;
    seen.add(next.no);
    at = next.id;
  }
}

interface Follower {
  readonly id: string;
  readonly no: number;
  readonly states: number;
}

/** The rows that follow a node, through gateways. */
function followersOf(diagram: Diagram, id: string | undefined): Follower[] {
  return diagram.flows
    .filter(({ from }) => from === id)
    .flatMap(({ to }) => {
      const node = diagram.nodes.find((each) => each.id === to);
      if (node?.kind === 'gateway') return followersOf(diagram, to);
      return node?.no === undefined ? [] : [{ id: to, no: node.no, states: node.states ?? 0 }];
    });
}

/** Rows in which the machine does nothing leave no event. The last of a table is done when the request is. */
function passIdleRows(diagram: Diagram, marks: Map<number, Mark>, isClosed: boolean): void {
  const idle = diagram.nodes.filter(({ no, states }) => no !== undefined && states === 0);
  const isDone = (no: number | undefined) => no !== undefined && marks.get(no) === 'done';
  for (const { id, no } of idle.toReversed())
    if (no !== undefined && followersOf(diagram, id).some((next) => marks.has(next.no))) marks.set(no, 'done');
  for (const { id, no } of idle) {
    const leads = diagram.nodes.some(
      (node) => isDone(node.no) && followersOf(diagram, node.id).some((next) => next.no === no),
    );
    if (no !== undefined && isClosed && leads && followersOf(diagram, id).length === 0) marks.set(no, 'done');
  }
}
