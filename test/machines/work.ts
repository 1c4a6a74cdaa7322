import type { ServiceCard } from '../../lib/domain/regulation/cards.ts';
import { acceptedOf } from '../../lib/domain/request/queue/queue.ts';
import { isDecided, isNumbered, type Request } from '../../lib/domain/request/request.ts';
import type { Work } from '../../lib/domain/request/work.ts';
import type { manualClock } from '../../lib/local/clock.ts';
import type { Answers, CaseName } from '../../statemachines/walk.ts';
import type { Cast, Player } from './cast.ts';
import type { Desk } from './desk.ts';
import { fill } from './fill.ts';
import { sign } from './sign.ts';
import type { Surroundings } from './surroundings.ts';

type Waiting = { readonly state: string; readonly rings: number };

/** What the people who work on a case need. */
export interface Shift {
  readonly name: CaseName;
  readonly card: ServiceCard;
  readonly cast: Cast;
  readonly desk: Desk;
  readonly clock: ReturnType<typeof manualClock>;
  readonly answers: Answers;
  readonly surroundings: Surroundings;
  rest(): Promise<Waiting | undefined>;
  find(): Promise<Request>;
}

/**
 * Does the machine's waiting task, as the person whose task it is; in the overdue case only after it has been
 * escalated.
 */
export async function doWork(waiting: Waiting, shift: Shift): Promise<void> {
  const { name } = shift;
  const work = await openWork(shift, waiting);
  const player = shift.cast[work.by];
  const { id } = await shift.find();
  await shift.desk.claim(player, id);
  if (name === 'extended' && work.extendable) await extend(player, id, work, waiting, shift);
  if (name === 'overdue') await beLate(work, waiting, shift);
  await tasks[work.task](player, id, shift, await shift.find());
}

async function openWork({ find }: Shift, { state }: Waiting): Promise<Work> {
  const request = await find();
  const work = isNumbered(request) ? request.work : undefined;
  if (work?.row !== state || work.outcome)
    throw new Error(`${state} waits, and the request's open work is ${work?.row}`);
  return work;
}

/** Lets alarms pass until the work has been escalated. */
async function beLate(work: Work, waiting: Waiting, shift: Shift): Promise<void> {
  for (
    let next: Waiting | undefined = waiting;
    next && shift.clock.now() < Date.parse(work.dueAt);
    next = await shift.rest()
  )
    shift.clock.advance(next.rings - shift.clock.now());
  await shift.rest();
}

/** Extends the term, then lets the clock pass the former due time. */
async function extend(player: Player, id: string, work: Work, waiting: Waiting, shift: Shift): Promise<void> {
  await shift.desk.extend(player, id, { ground: 'many-records' });
  for (let next: Waiting | undefined = waiting; next && next.rings <= Date.parse(work.dueAt); next = await shift.rest())
    shift.clock.advance(next.rings - shift.clock.now());
  shift.clock.advance(Math.max(0, Date.parse(work.dueAt) + 60_000 - shift.clock.now()));
}

type Task = (player: Player, id: string, shift: Shift, request: Request) => Promise<unknown>;

const recipient = { who: 'applicant', document: { kind: 'identity-card', number: '012345678' } };
const tick: Task = (player, id, { desk }) => desk.finish(player, id, {});
const answer =
  (task: 'check' | 'conclude'): Task =>
  (player, id, { desk, answers }) =>
    desk.finish(player, id, { answer: answers[task] ?? 'approved' });

/** In the case `offered` there is no place at first; later it is the one that was accepted. */
function approvalOf(name: CaseName, { output }: ServiceCard, request: Request) {
  const { iin } = request.applicant;
  const accepted = acceptedOf(request);
  if (name === 'offered' && !accepted)
    return { outcome: 'approved', interim: true, fields: fill(output.interim?.fields ?? [], iin) };
  const { organisation, keptFrom } = accepted ?? {};
  const fields = { ...fill(output.fields, iin), ...(accepted && { organisation, keptFrom }) };
  return { outcome: 'approved', fields };
}

const tasks: Readonly<Record<Work['task'], Task>> = {
  accept: (player, id, { desk }) => desk.accept(player, id),
  check: answer('check'),
  conclude: answer('conclude'),
  decide: (player, id, { desk, card, answers, name }, request) =>
    desk.decide(
      player,
      id,
      answers.decide === 'refused'
        ? {
            outcome: 'refused',
            ground: card.grounds[0] ?? 'Основание решения',
            text: 'Сведения заявителя не подтвердились.',
          }
        : approvalOf(name, card, request),
    ),
  sign: async (player, id, shift, request) => {
    if (request.paper) return tick(player, id, shift, request);
    await shift.desk.show(player, id);
    const { requests, documents } = shift.surroundings.needs();
    const named = await requests.find(id);
    const file = named && isDecided(named) ? named.output?.file : undefined;
    if (file?.signer !== player.account.id) throw new Error(`request ${id} does not name who signs it`);
    const content = await documents.read(file.key);
    return shift.desk.sign(player, id, { cms: sign(player, content, shift.clock.now()) });
  },
  assign: tick,
  survey: tick,
  prepare: tick,
  approve: tick,
  forward: tick,
  'hand-over': (player, id, { desk }) => desk.finish(player, id, { recipient }),
};
