import { UnexpectedAnswer } from '../http/client.ts';
import { complain } from './complain.ts';
import { correctOutput } from './correct.ts';
import { fill } from './fill.ts';
import { workOnce, type Decision } from './officer.ts';
import { placeIn, takePlace, withdraw, type Place } from './place.ts';
import { openScene, type Scene, type SceneOptions } from './scene.ts';
import { waitToLook, type Pause } from './wait-to-look.ts';

/**
 * How it goes on: `withdraw` takes the request back before the decision, or the child out of the queue, `appeal` complains about the
 * refusal, and wins, `correct` has another document made in the place of the first.
 */
export const ways = ['approve', 'refuse', 'withdraw', 'appeal', 'correct'] as const;
export type Way = (typeof ways)[number];

export interface HistoryLine {
  readonly at: string;
  readonly code: string;
  readonly text: { readonly kk: string; readonly ru: string };
  readonly row?: string;
  readonly by?: { readonly roleText: { readonly kk: string; readonly ru: string }; readonly office?: string };
}

export interface Journey extends Scene {
  readonly number: string;
  readonly state: string;
  /** As the auditor sees it. */
  readonly history: readonly HistoryLine[];
}

interface Seen {
  readonly state: string;
  readonly number?: string;
  readonly history: readonly HistoryLine[];
}

/** What has happened so far beside the request's state. */
interface Told {
  readonly appealed?: true;
  readonly corrected?: true;
}

const ends = ['issued', 'refused', 'turned-away', 'taken-back', 'left'];
const undecided = ['received', 'in-progress'];

export interface JourneyOptions extends SceneOptions {
  readonly way: Way;
  readonly pause?: Pause;
}

/**
 * Plays an application of any service and channel through the public API, as outside clients do: everybody looks, again and
 * again, whether something is theirs to do.
 *
 * @throws UnexpectedAnswer where the platform refuses what the decree lets somebody do
 */
export async function playJourney({ way, pause = 100, ...options }: JourneyOptions): Promise<Journey> {
  const scene = await openScene(options);
  const { id, filer, company, tell } = scene;
  let told: Told = {};
  let before = '';
  let looks = 0;
  for (;;) {
    const { state, number = '', history } = await filer.client.get<Seen>(`/requests/${id}`);
    if (state !== before) {
      tell([state, number && `number ${number}`].filter(Boolean).join(', '));
      looks = 0;
    }
    before = state;
    if (state === 'refused' && way === 'appeal' && !told.appealed) {
      await complain(scene);
      told = { ...told, appealed: true };
    } else if (state === 'issued' && way === 'correct' && !told.corrected) {
      await correctOutput(scene);
      told = { ...told, corrected: true };
    } else if (ends.includes(state)) {
      const auditor = await company.member('auditor');
      const seen = await auditor.client.get<Seen>(`/requests/${id}`);
      return { ...scene, number, state, history: seen.history };
    } else if (way === 'withdraw' && (mayQueue(scene) ? state === 'queued' : undecided.includes(state)))
      await withdraw(scene);
    else if (state === 'queued') await takePlace(scene);
    else if (await work(scene, decisionFor(scene, way, told, placeIn(history)))) looks = 0;
    await waitToLook(pause, looks++);
  }
}

const mayQueue = ({ service }: Scene) => service.output.interim !== undefined;

/** Lets everybody look, the head last: officers may do most of what the head may. */
async function work({ id, office, plot, company, tell }: Scene, decision: Decision): Promise<boolean> {
  for (const kind of new Set([...plot.workers, 'head' as const])) {
    const { client, person, sign } = await company.worker(kind, plot.service, office);
    const task = await workOnce(client, id, decision, sign).catch(unlessOthers);
    if (task === undefined) continue;
    tell(`${person.name} (${person.role}): ${task}`);
    return true;
  }
  return false;
}

/** A signature waits that this worker may not give. */
function unlessOthers(error: unknown): undefined {
  if (!(error instanceof UnexpectedAnswer) || error.code !== 'work/no-mandate') throw error;
}

function decisionFor({ service, applicant }: Scene, way: Way, { appealed }: Told, place: Place | undefined): Decision {
  const isRefused = way === 'refuse' || (way === 'appeal' && !appealed);
  if (isRefused)
    return {
      outcome: 'refused',
      ground: service.grounds[0] ?? 'Сведения не подтвердились',
      text: 'Сведения заявителя не подтвердились (демо).',
    };
  const { interim, fields } = service.output;
  const { iin } = applicant.person;
  return interim && !place
    ? { outcome: 'approved', interim: true, fields: fill(interim.fields, iin) }
    : { outcome: 'approved', fields: { ...fill(fields, iin), ...place } };
}
