import type { FormValue } from '../../domain/regulation/form-values.ts';
import { download, UnexpectedAnswer, type Client } from '../http/client.ts';
import type { Sign } from './cast.ts';

interface Work {
  readonly task: string;
  /** The document is signed by hand. */
  readonly paper?: true;
}

export type Decision =
  | { readonly outcome: 'approved'; readonly interim?: true; readonly fields: Readonly<Record<string, FormValue>> }
  | { readonly outcome: 'refused'; readonly ground: string; readonly text: string };

/** The applicant comes with their identity card. */
const recipient = { who: 'applicant', document: { kind: 'identity-card', number: '012345678' } } as const;

/** Does what the machine asks of the worker now; returns what it was, or undefined if nothing of theirs waits. */
export async function workOnce(
  worker: Client,
  id: string,
  decision: Decision,
  sign: Sign,
): Promise<string | undefined> {
  const work = await openWork(worker, id);
  if (!work) return undefined;
  await worker.send('PUT', `/work/${id}/claim`);
  if (work.task === 'accept') await worker.send('POST', `/work/${id}/acceptance`);
  else if (work.task === 'decide') await worker.send('POST', `/work/${id}/decision`, decision);
  else if (work.task === 'sign' && !work.paper) await signOutput(worker, id, sign);
  else await worker.send('POST', `/work/${id}/completion`, completions[work.task] ?? {});
  return work.task;
}

async function openWork(worker: Client, id: string): Promise<Work | undefined> {
  try {
    return (await worker.get<{ work: Work }>(`/work/${id}`)).work;
  } catch (error) {
    if (error instanceof UnexpectedAnswer && error.code === 'work/unknown') return undefined;
    throw error;
  }
}

const completions: Readonly<Record<string, object>> = {
  check: { answer: 'approved' },
  conclude: { answer: 'approved' },
  'hand-over': { recipient },
};

async function signOutput(worker: Client, id: string, sign: Sign): Promise<void> {
  const { document } = await worker.get<{ document: { url: string } }>(`/work/${id}/output`);
  const cms = await sign(await download(document.url));
  await worker.send('POST', `/work/${id}/signature`, { cms: Buffer.from(cms).toString('base64') });
}
