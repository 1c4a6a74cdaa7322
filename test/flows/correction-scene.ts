import { setTimeout as wait } from 'node:timers/promises';
import type { RunningPlatform } from './running-platform.ts';
import { certificate, doWork, draftOf, letSign, submit, workOf, type Actor } from './scene.ts';

/** The same words as in the contract's example. */
export const misspelt = { way: 'correct', ground: 'slip', text: 'В фамилии пропущена буква.' };
export type Misspelt = typeof misspelt;

/** The CMS over the head's word about an issued document, in base64. */
export async function signCorrection({ client, sign }: Actor, id: string, about: Misspelt): Promise<string> {
  const shown = await client.send<{ content: string }>('POST', `/requests/${id}/correction/signable`, about);
  return Buffer.from(await sign(Buffer.from(shown.content, 'base64'))).toString('base64');
}

/** A certificate of the author that the office has approved and signed; of a request that is decided anew, another one. */
export async function issue(
  platform: RunningPlatform,
  author: Actor,
  officer: Actor,
  head: Actor,
  known?: string,
): Promise<string> {
  await letSign(head, officer);
  const draft = known === undefined ? await draftOf(author, certificate(officer.person.office ?? '')) : undefined;
  if (draft) await submit(author, draft);
  const id = known ?? draft?.id ?? '';
  for (let task = ''; task !== 'sign';) {
    ({ task } = await workOf(officer, id));
    await doWork(officer, id);
  }
  for (let tries = 0; tries < 400; tries += 1) {
    const { state } = await author.client.get<{ state: string }>(`/requests/${id}`);
    if (state === 'issued') return id;
    await wait(25);
  }
  throw new Error(`${platform.url}: request ${id} is not issued`);
}
