import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { signIn, type Client } from '../../lib/local/http/client.ts';
import { beginDraft, submitDraft } from '../../lib/local/story/applicant.ts';
import { findPlayer, type Player } from '../../lib/local/story/cast.ts';
import { workOnce, type Decision } from '../../lib/local/story/officer.ts';
import { approval, tellStory } from '../../lib/local/story/story.ts';
import { demoIin } from '../../lib/local/demo/demo-number.ts';
import type { DemoPerson } from '../../lib/local/demo/people-file.ts';

export const EMPLOYMENT = 'south-kazakhstan-employment-shymkent';
export const EDUCATION = 'south-kazakhstan-education-shymkent';

/** What a platform can show: an application of each kind that the pages know. Values are parts of addresses. */
export interface Stage {
  readonly citizen: DemoPerson;
  readonly officer: DemoPerson;
  readonly operator: DemoPerson;
  readonly head: DemoPerson;
  /** A draft that is complete except for the signature. */
  readonly draft: string;
  /** A draft of a service that asks for five scans. */
  readonly withScans: string;
  /** An application that an officer has accepted and not decided. */
  readonly inWork: string;
  readonly issued: string;
  readonly document: string;
  /** A child in the queue who has been offered a place. */
  readonly offered: string;
}

interface Acting extends Player {
  readonly client: Client;
}

interface Platform {
  readonly url: string;
  readonly demoDir: string;
}

/** Plays what the pages will show, through the public API. */
export async function setStage({ url, demoDir }: Platform): Promise<Stage> {
  const act = async (...[role, office]: [Parameters<typeof findPlayer>[1], string?]): Promise<Acting> => {
    const player = findPlayer(demoDir, role, 'rsa', office);
    return { ...player, client: await signIn(url, player.person) };
  };
  const citizen = await act('applicant');
  const officer = await act('mio-officer', EMPLOYMENT);
  const educator = await act('mio-officer', EDUCATION);
  const told = await tellStory({ url, demoDir, name: 'stage-story', key: 'rsa', decision: approval, tell: () => {} });
  const { number } = await citizen.client.get<{ number: string }>(`/requests/${told.id}/output`);
  const inWork = await apply(citizen);
  await workUntil(citizen, officer, inWork, approval, ['accepted', 'work-claimed']);
  const offered = await offerPlace(citizen, educator);
  return {
    citizen: citizen.person,
    officer: officer.person,
    operator: findPlayer(demoDir, 'con-operator', 'rsa').person,
    head: findPlayer(demoDir, 'mio-head', 'rsa', EDUCATION).person,
    draft: (await beginDraft(citizen.client, citizen.person.iin, randomUUID())).id,
    withScans: await draftWithScans(citizen),
    inWork,
    issued: told.id,
    document: number,
    offered,
  };
}

async function apply({ client, person, sign }: Acting): Promise<string> {
  const draft = await beginDraft(client, person.iin, randomUUID());
  await submitDraft(client, draft, sign);
  return draft.id;
}

async function draftWithScans({ client, person }: Acting): Promise<string> {
  const { id } = await client.send<{ id: string }>('POST', '/requests', {
    service: 'south-kazakhstan-disabled-child-support',
    channel: 'portal',
    office: EMPLOYMENT,
    form: {
      iin: person.iin,
      identityCard: '000000000',
      rnn: '000000000000',
      postalCode: '160000',
      phone: '87252000000',
      sik: '0000000000000000',
      account: '0000000000000000',
      birthRecord: '000000000',
      childName: 'Демо Бала Үлгіұлы',
    },
  });
  return id;
}

/** A child is registered in the queue by the rows of the portal, and the office offers a place. */
async function offerPlace(citizen: Acting, officer: Acting): Promise<string> {
  const { client, person } = citizen;
  const draft = await client.send<Parameters<typeof submitDraft>[1]>('POST', '/requests', {
    service: 'south-kazakhstan-preschool-queue',
    channel: 'portal',
    office: EDUCATION,
    form: {
      iin: person.iin,
      postalCode: '160000',
      phone: '87252000000',
      address: 'Шымкент, көрсету көшесі, 1',
      childName: 'Демо Бала Үлгіұлы',
      childIin: demoIin('2023-09-01', 'male', 77),
      childBirthDate: '2023-09-01',
    },
  });
  await submitDraft(client, draft, citizen.sign);
  const decision = { outcome: 'approved', interim: true, fields: {} } as unknown as Decision;
  await workUntil(citizen, officer, draft.id, decision, 'queued');
  await officer.client.send('POST', `/requests/${draft.id}/offers`, {
    organisation: 'Детский сад № 12 (демо)',
    keptFrom: '2027-01-11',
  });
  return draft.id;
}

interface Seen {
  readonly state: string;
  readonly history: readonly { readonly code: string }[];
}

/**
 * Does what the machine asks of the officer until the request is in a given state, or one of the events has happened.
 */
async function workUntil(
  { client }: Acting,
  officer: Acting,
  id: string,
  decision: Decision,
  until: string | readonly string[],
) {
  for (;;) {
    const { state, history } = await client.get<Seen>(`/requests/${id}`);
    if (state === until || history.some(({ code }) => until.includes(code))) return;
    if (!(await workOnce(officer.client, id, decision, officer.sign))) await wait(50);
  }
}
