import { download } from '../../lib/local/http/client.ts';
import type { RunningPlatform } from './running-platform.ts';
import { actor, certificate, doWork, draftOf, letSign, submit, workOf, type Actor } from './scene.ts';

/** The same words as in the contracts' examples. */
export const told = { ground: 'inaction', text: 'Срок прошёл, ответа нет.' };
type Told = typeof told;

export interface Filed {
  readonly id: string;
  readonly number: string;
  readonly dueAt: string;
  readonly state: string;
  readonly at: { readonly code: string };
}

/** The CMS over the bytes that the server shows for a complaint, in base64. */
export async function signComplaint({ client, sign }: Actor, id: string, about: Told): Promise<string> {
  const shown = await client.send<{ content: string }>('POST', `/requests/${id}/complaint/signable`, about);
  return Buffer.from(await sign(Buffer.from(shown.content, 'base64'))).toString('base64');
}

export const complain = async (by: Actor, id: string, about: Told = told): Promise<Filed> =>
  by.client.send<Filed>('POST', `/requests/${id}/complaints`, { ...about, cms: await signComplaint(by, id, about) });

/** Writes the answer, and returns the CMS over the document. */
export async function writeReply(
  { client, sign }: Actor,
  id: string,
  complaint: string,
  outcome: string,
): Promise<string> {
  const written = await client.send<{ document: { url: string } }>(
    'PUT',
    `/requests/${id}/complaints/${complaint}/answer`,
    { outcome, text: 'Заявление рассмотрено, ответ дан.' },
  );
  return Buffer.from(await sign(await download(written.document.url))).toString('base64');
}

export async function reply(by: Actor, id: string, complaint: string, outcome: string): Promise<object> {
  const cms = await writeReply(by, id, complaint, outcome);
  return by.client.send('POST', `/requests/${id}/complaints/${complaint}/answer/signature`, { cms });
}

/** A request of Azamat that somebody of the office has refused, and signed the refusal. */
export async function refused(platform: RunningPlatform, slug: string): Promise<{ id: string; author: Actor }> {
  const [author, worker] = await Promise.all([actor(platform, 'applicant-azamat'), actor(platform, slug)]);
  // Signed by an officer, it leaves the head free to judge.
  if (worker.person.role === 'mio-officer') await letSign(await actor(platform, 'head-bakyt'), worker);
  const draft = await draftOf(author, certificate(worker.person.office ?? ''));
  await submit(author, draft);
  const { id } = draft;
  const comesTo = async (task: string) => {
    while ((await workOf(worker, id)).task !== task) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await comesTo('accept');
  await doWork(worker, id);
  await comesTo('decide');
  await worker.client.send('PUT', `/work/${id}/claim`);
  await worker.client.send('POST', `/work/${id}/decision`, {
    outcome: 'refused',
    ground: 'Демо',
    text: 'Отказ для проверки жалобы',
  });
  await comesTo('sign');
  await doWork(worker, id);
  for (let state = ''; state !== 'refused';)
    ({ state } = await author.client.get<{ state: string }>(`/requests/${id}`));
  return { id, author };
}

/** The CMS over the head's word that opens a refusal again, in base64. */
export async function signReopening({ client, sign }: Actor, id: string, ground: string): Promise<string> {
  const shown = await client.send<{ content: string }>('POST', `/requests/${id}/reopening/signable`, { ground });
  return Buffer.from(await sign(Buffer.from(shown.content, 'base64'))).toString('base64');
}
