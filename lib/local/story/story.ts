import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginDraft, submitDraft } from './applicant.ts';
import { findPlayer, type KeyKind, type Player } from './cast.ts';
import { download, signIn, signInByEds, type Client } from '../http/client.ts';
import { workOnce, type Decision } from './officer.ts';
import { waitToLook, type Pause } from './wait-to-look.ts';

export interface StoryOptions {
  /** The platform's address. */
  readonly url: string;
  /** Folder of `people.json`. */
  readonly demoDir: string;
  /** Names the application: playing a story of the same name again continues the same application. */
  readonly name: string;
  readonly key: KeyKind;
  readonly decision: Decision;
  readonly tell: (line: string) => void;
  readonly pause?: Pause;
}

export interface Told {
  /** The address of the platform's pages and API. */
  readonly url: string;
  /** The applicant. */
  readonly applicant: string;
  readonly id: string;
  readonly number: string;
  readonly state: 'issued' | 'refused';
  readonly pdf: string;
  readonly signature: string;
}

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly number?: string;
  readonly dueAt?: string;
  readonly statuses: Readonly<Record<string, { readonly status: string }>>;
  readonly attachments: readonly { readonly sha256: string }[];
}

/** What the demo officer writes into the certificate. */
export const approval: Decision = {
  outcome: 'approved',
  fields: {
    registeredOn: '2026-09-01',
    publicWorks: 'no',
    training: 'yes',
    assistance: 'no',
    purpose: 'по месту требования (демо)',
  },
};

export const refusal: Decision = {
  outcome: 'refused',
  ground: 'Заявитель не зарегистрирован в качестве безработного',
  text: 'По данным уполномоченного органа регистрации в качестве безработного нет. Для регистрации обратитесь в отдел занятости (демо).',
};

/**
 * Plays an application from sign-in to the signed document through the public API, as an outside client. Each step
 * looks at the request's state and does what comes next, so the story can be interrupted anywhere and played again.
 */
export async function tellStory(options: StoryOptions): Promise<Told> {
  return continueStory(await openCast(options), options);
}

/** Who plays, signed in. */
export interface Cast {
  readonly citizen: Player;
  readonly official: Player;
  readonly applicant: Client;
  readonly officer: Client;
}

export async function openCast({ url, demoDir, key, tell }: StoryOptions): Promise<Cast> {
  const citizen = findPlayer(demoDir, 'applicant', key);
  const official = findPlayer(demoDir, 'mio-officer', key, 'south-kazakhstan-employment-shymkent');
  const applicant = await signIn(url, citizen.person);
  tell(`${citizen.person.name} signs in to the portal`);
  const officer = await signInByEds(url, official.prove);
  tell(`${official.person.name} signs in by EDS`);
  return { citizen, official, applicant, officer };
}

/** The story of people who have signed in before. */
export async function continueStory(cast: Cast, options: StoryOptions): Promise<Told> {
  const { citizen, official, applicant, officer } = cast;
  const { url, demoDir, name, decision, tell, pause = 150 } = options;
  const draft = await beginDraft(applicant, citizen.person.iin, name);
  tell(`application ${draft.id}`);

  let before = '';
  let looks = 0;
  for (;;) {
    const seen = await applicant.get<Seen>(`/requests/${draft.id}`);
    const now = describe(seen);
    if (now !== before) {
      tell(now);
      looks = 0;
    }
    before = now;
    if (seen.state === 'issued' || seen.state === 'refused') {
      const saved = await saveOutput(applicant, seen, seen.state, demoDir);
      return { url, applicant: citizen.person.name, ...saved };
    }
    if (seen.state === 'draft') {
      await submitDraft(applicant, seen, citizen.sign);
      tell('scan uploaded, application signed and submitted');
    } else {
      const done = await workOnce(officer, draft.id, decision, official.sign);
      if (done) {
        tell(`${official.person.name}: ${done}`);
        looks = 0;
      }
    }
    await waitToLook(pause, looks++);
  }
}

function describe({ state, number, dueAt, statuses }: Seen): string {
  const shown = Object.entries(statuses).map(([view, { status }]) => `${view}: ${status}`);
  return [state, number && `number ${number}`, dueAt && `due ${dueAt}`, ...shown].filter(Boolean).join(', ');
}

async function saveOutput(
  applicant: Client,
  { id, number }: Seen,
  state: 'issued' | 'refused',
  demoDir: string,
): Promise<Omit<Told, 'url' | 'applicant'>> {
  const output = await applicant.get<Output>(`/requests/${id}/output`);
  const folder = join(demoDir, 'documents');
  mkdirSync(folder, { recursive: true });
  const pdf = join(folder, `${output.number}.pdf`);
  const signature = join(folder, `${output.number}.p7s`);
  writeFileSync(pdf, await download(output.document.url));
  writeFileSync(signature, await download(output.signature.url));
  return { id, number: number ?? '', state, pdf, signature };
}

interface Output {
  readonly number: string;
  readonly document: { readonly url: string };
  readonly signature: { readonly url: string };
}
