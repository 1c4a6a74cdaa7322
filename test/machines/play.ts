import { ulid } from 'ulid';
import type { Fee } from '../../lib/domain/payment/fees.ts';
import { fieldsIn } from '../../lib/domain/regulation/fields-in.ts';
import type { Channel, Regulation } from '../../lib/domain/regulation/regulation.ts';
import { isDraft, isSubmitted, type Request } from '../../lib/domain/request/request.ts';
import { executionOf } from '../../lib/domain/request/run.ts';
import { signableBytes } from '../../lib/domain/request/submission/submission.ts';
import { manualClock } from '../../lib/local/clock.ts';
import { compileChannel, type Machine } from '../../statemachines/compile.ts';
import { cases, type Answers, type CaseName } from '../../statemachines/walk.ts';
import type { Part, Player } from './cast.ts';
import { openDesk } from './desk.ts';
import { papersToSend } from '../../lib/local/story/papers-to-send.ts';
import { fill } from './fill.ts';
import { scanOf } from './scans.ts';
import { rowFunctions } from './rows.ts';
import { openRun, type Functions, type Run } from './run.ts';
import { sign } from './sign.ts';
import { start, type Stage } from './stage.ts';
import { surround } from './surroundings.ts';
import { waitForPlace } from './wait-for-place.ts';
import { doWork, type Shift } from './work.ts';

/** The result of a case: the states in its history, and the request at the end. */
export interface Played {
  readonly entered: readonly string[];
  readonly status: string | undefined;
  /** Of each run. */
  readonly outputs: readonly unknown[];
  readonly request: Request;
}

const hour = 3_600_000;
const minute = 60_000;

/** What is otherwise in a case that is played. */
interface Otherwise {
  /** What happens when the machine waits for a person for the first time. */
  readonly meanwhile?: (run: Run, shift: Pick<Shift, 'clock' | 'rest'>) => Promise<void>;
  /** Another definition than that of today. */
  readonly machine?: Machine;
  /** The functions in another form. */
  readonly alter?: (functions: Functions) => Functions;
}

/**
 * Plays one case of a channel from the draft to the machine's end, as people would, through the functions' own routes.
 */
export async function play(
  stage: Stage,
  regulation: Regulation,
  channel: Channel,
  name: CaseName,
  { meanwhile, machine = compileChannel(regulation, channel), alter = (same) => same }: Otherwise = {},
): Promise<Played> {
  const { card, cast } = stage.scene(regulation.id);
  const answers: Answers = cases[name];
  const clock = manualClock(start.getTime());
  const run = await openRun(machine, clock, () => functions);
  stage.time.now = clock.now;
  const surroundings = surround(
    stage,
    clock,
    () => run.engine,
    () => fees[name],
  );
  const functions = alter(rowFunctions(surroundings));
  const desk = openDesk(stage, surroundings);
  const id = ulid();
  const find = async (): Promise<Request> => {
    const request = await stage.requests.find(id);
    if (!request) throw new Error(`there is no request ${id}`);
    return request;
  };

  try {
    const applicant = cast[applicantOf(name)];
    const counter = card.channels.find((each) => each.channel === channel.channel)?.counter ?? 'portal';
    const filer = counter === 'portal' ? applicant : cast[counter];
    await desk.create(id)(filer, '', {
      service: card.id,
      channel: channel.channel,
      office: card.offices[0]?.code,
      form: fill(fieldsIn(card.fields, channel.channel), applicant.account.iin),
      ...(filer !== applicant && { applicant: visitorOf(applicant) }),
    });
    for (const document of papersToSend(card.documents, channel.channel))
      await desk.attach(filer, id, await scanOf(document));
    const draft = await find();
    if (!isDraft(draft)) throw new Error('it is no draft');
    const cms = sign(filer, signableBytes(draft), clock.now());
    await desk.submit(async () => {
      if (answers['confirm-submission']) surroundings.trust.revoke(filer.serial, new Date(clock.now() - hour));
      if (answers['confirm-identity']) await stage.closeAccount(filer.account.id);
      // The list that names the certificate is later than the submission; the check looks for a new list once a minute.
      clock.advance(2 * minute);
      await run.start(executionOf(await find()));
    })(filer, id, { cms });

    const awaitPayment = async (rings: number) => {
      const request = await find();
      if (name === 'paid' && isSubmitted(request)) stage.invoices.pay(request.invoice?.number ?? '');
      clock.advance(rings - clock.now());
    };
    const workOff = async (execution: string): Promise<string[]> => {
      const rest = () => run.rest(execution);
      const shift: Shift = { name, card, cast, desk, clock, answers, surroundings, rest, find };
      if (meanwhile && (await rest())) await meanwhile(run, shift);
      for (let waiting = await rest(); waiting; waiting = await rest())
        if (waiting.state.endsWith('-pause')) await awaitPayment(waiting.rings);
        else await doWork(waiting, shift);
      return run.entered(execution);
    };
    const entered = await workOff(id);
    if (name !== 'offered')
      return { entered, status: run.status(id), outputs: [run.output(id)], request: await find() };
    const again = await waitForPlace({ id, officer: cast.mio, answerer: filer, surroundings, clock, find, run });
    return {
      entered: [...entered, ...(await workOff(again))],
      status: run.status(again),
      outputs: [run.output(id), run.output(again)],
      request: await find(),
    };
  } finally {
    await run.close();
  }
}

/** A day is enough: the pauses between the questions have become long by then. */
const fee: Fee = { tenge: 1000, days: 1, why: 'a case' };
const fees: Partial<Record<CaseName, Fee>> = { paid: fee, 'not paid': fee };

const applicants: Partial<Record<CaseName, Part>> = {
  'registry without data': 'unknown',
  'identity not confirmed': 'leaver',
};
const applicantOf = (name: CaseName): Part => applicants[name] ?? 'applicant';

const visitorOf = ({ account: { iin, fullName, language } }: Player) => ({ iin, fullName, language });
