import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { download, UnexpectedAnswer } from '../../lib/local/http/client.ts';
import { playJourney, type Journey, type Way } from '../../lib/local/story/journey.ts';
import { listPlots } from '../story/plots.ts';

interface Paper {
  readonly document: { readonly url: string };
}
interface Output extends Paper {
  readonly earlier?: readonly Paper[];
}
interface Complained {
  readonly complaints?: readonly { readonly id: string }[];
}

/** What a platform gives out as PDF: each service approved and refused, by every channel that prints a receipt; then an answer to a complaint, and a corrected document; each with its card in both languages. */
export async function gather(url: string, demoDir: string, folder: string, tell: (line: string) => void) {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  const plots = listPlots();
  const first = [...Map.groupBy(plots, ({ plot }) => plot.service).values()].map(([one]) => one!);
  const played: readonly (readonly [(typeof plots)[number], Way])[] = [
    ...plots.map((one) => [one, 'approve'] as const),
    ...first.map((one) => [one, 'refuse'] as const),
    [first[0]!, 'appeal'],
    [first[0]!, 'correct'],
  ];
  for (const [{ id, plot }, way] of played) {
    const journey = await playJourney({
      url,
      demoDir,
      name: `pdf-${id}-${way}`,
      key: 'rsa',
      plot,
      way,
      tell: () => {},
    });
    const papers = await papersOf(journey);
    for (const [name, bytes] of papers) {
      const file = join(folder, `${id}-${way}-${name}.pdf`);
      writeFileSync(file, bytes);
      files.push(file);
    }
    tell(`${id}, ${way}: ${papers.map(([name]) => name).join(', ')}`);
  }
  return files;
}

async function papersOf({ id, filer, applicant, company }: Journey): Promise<[string, Uint8Array][]> {
  const asked = async <Answer>(path: string, of = filer.client): Promise<Answer | undefined> => {
    try {
      return await of.get<Answer>(`/requests/${id}${path}`);
    } catch (error) {
      if (error instanceof UnexpectedAnswer && error.status < 500) return undefined;
      throw error;
    }
  };
  const [output, receipt, delivery] = [
    await asked<Output>('/output'),
    await asked<Paper>('/receipt'),
    await asked<Paper>('/delivery'),
  ];
  const citizen = await company.enterAgain(applicant);
  const complaint = (await asked<Complained>('', citizen))?.complaints?.at(-1);
  const reply = complaint && (await asked<Paper>(`/complaints/${complaint.id}/answer`, citizen));
  const named: [string, Paper | undefined][] = [
    ['output', output],
    ...(output?.earlier ?? []).map((paper, n): [string, Paper] => [`earlier-${n + 1}`, paper]),
    ...Object.entries({ receipt, delivery, reply }),
  ];
  for (const language of ['kk', 'ru'] as const)
    if (output) named.push([`card-${language}`, await cardOf(id, language, filer.client)]);
  return Promise.all(
    named.flatMap(([name, paper]) =>
      paper ? [download(paper.document.url).then((bytes): [string, Uint8Array] => [name, bytes])] : [],
    ),
  );
}

/** Half seconds. Where the machine's row does not stamp, or no authority answers it, the sweeper does after minutes. */
const MOST_TRIES = 20;

/** The card, unless the timestamp is still awaited; what was signed by hand has none. */
async function cardOf(id: string, language: string, client: Journey['filer']['client']): Promise<Paper | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1)
    try {
      return await client.get<Paper>(`/requests/${id}/card?language=${language}`);
    } catch (error) {
      if (!(error instanceof UnexpectedAnswer)) throw error;
      if (error.code === 'card/not-possible') return undefined;
      if (error.code !== 'card/not-yet') throw error;
      await wait(500);
    }
  return undefined;
}
