import type { Sign } from './cast.ts';
import { download, UnexpectedAnswer, type Client } from '../http/client.ts';

interface Work {
  readonly task: 'accept' | 'decide' | 'sign';
  readonly claimedBy?: { readonly mine: boolean };
}

export type Decision =
  | { readonly outcome: 'approved'; readonly fields: Readonly<Record<string, string>> }
  | { readonly outcome: 'refused'; readonly ground: string; readonly text: string };

/** Does what the machine asks of the officer now; returns what it was, or undefined if nothing waits. */
export async function workOnce(
  officer: Client,
  id: string,
  decision: Decision,
  sign: Sign,
): Promise<string | undefined> {
  const work = await openWork(officer, id);
  if (!work) return undefined;
  await officer.send('PUT', `/work/${id}/claim`);
  if (work.task === 'accept') await officer.send('POST', `/work/${id}/acceptance`);
  if (work.task === 'decide') await officer.send('POST', `/work/${id}/decision`, decision);
  if (work.task === 'sign') {
    const { document } = await officer.get<{ document: { url: string } }>(`/work/${id}/output`);
    const cms = await sign(await download(document.url));
    await officer.send('POST', `/work/${id}/signature`, { cms: Buffer.from(cms).toString('base64') });
  }
  return work.task;
}

async function openWork(officer: Client, id: string): Promise<Work | undefined> {
  try {
    return (await officer.get<{ work: Work }>(`/work/${id}`)).work;
  } catch (error) {
    if (error instanceof UnexpectedAnswer && error.code === 'work/unknown') return undefined;
    throw error;
  }
}
