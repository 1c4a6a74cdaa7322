import { setTimeout as wait } from 'node:timers/promises';
import { beginDraft, submitDraft } from '../../../lib/local/story/applicant.ts';
import { findPlayer, type Player } from '../../../lib/local/story/cast.ts';
import { signIn, type Client } from '../../../lib/local/http/client.ts';
import { workOnce } from '../../../lib/local/story/officer.ts';
import { approval } from '../../../lib/local/story/story.ts';
import { isOvertaken, patientClient, patiently } from './patient-client.ts';

export interface Cast {
  readonly citizen: Player;
  readonly official: Player;
  readonly applicant: Client;
  readonly officer: Client;
}

/** Signed in once: a password costs more than the rest of a story, and a session outlives the platform's process. */
export async function castPatiently(url: string, demoDir: string, office: string): Promise<Cast> {
  const citizen = findPlayer(demoDir, 'applicant', 'rsa');
  const official = findPlayer(demoDir, 'mio-officer', 'rsa', office);
  const [applicant, officer] = await Promise.all(
    [citizen, official].map(async ({ person }) => patientClient(await patiently(() => signIn(url, person)))),
  );
  return { citizen, official, applicant: applicant!, officer: officer! };
}

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly attachments: readonly { readonly sha256: string }[];
}

/** The story with a platform that goes down again and again: people look at the request's state and continue. */
export async function tellPatiently(cast: Cast, name: string, began: () => unknown = () => {}): Promise<string> {
  const { applicant, officer, citizen, official } = cast;
  const { id } = await beginDraft(applicant, citizen.person.iin, name);
  began();
  for (;;) {
    const seen = await applicant.get<Seen>(`/requests/${id}`);
    if (seen.state === 'issued') return id;
    try {
      if (seen.state === 'draft') await submitDraft(applicant, seen, citizen.sign);
      else if (!(await workOnce(officer, id, approval, official.sign))) await wait(40);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }
}
