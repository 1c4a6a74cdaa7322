// Plays an application against a running platform (`npm run story`), as outside clients do.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { UnexpectedAnswer } from '../lib/local/http/client.ts';
import type { KeyKind } from '../lib/local/story/cast.ts';
import { epilogue } from '../lib/local/story/epilogue.ts';
import { playJourney, ways, type Way } from '../lib/local/story/journey.ts';
import { approval, refusal, tellStory } from '../lib/local/story/story.ts';
import { misuse, readCommand } from './command.ts';
import { listPlots } from './story/plots.ts';
import { printJourney } from './story/print-journey.ts';

const { values, positionals } = readCommand(
  `npm run story -- [--key rsa|gost] [--refuse] [--url http://localhost:3000] [--data .local]
  plays the application of the demo
npm run story -- --list
  names every regulation and channel
npm run story -- ID|all [--refuse|--withdraw|--appeal|--correct]
  plays one of them, or each, as its people would, and prints the rows of the decree beside what happened.
  --withdraw takes the request back before the decision, or the child out of the queue; --appeal refuses first, and decides anew after a
  complaint; --correct withdraws the document and issues another`,
  {
    allowPositionals: true,
    options: {
      key: { type: 'string', default: 'rsa' },
      refuse: { type: 'boolean', default: false },
      withdraw: { type: 'boolean', default: false },
      appeal: { type: 'boolean', default: false },
      correct: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      url: { type: 'string', default: `http://localhost:${process.env['PORT'] ?? 3000}` },
      data: { type: 'string', default: join(import.meta.dirname, '../.local') },
    },
  },
);
const { key, url } = values;
if (key !== 'rsa' && key !== 'gost') misuse(`--key is rsa or gost, not ${key}`);
const chosen = ways.filter((way) => way !== 'approve' && values[way]);
if (chosen.length > 1) misuse(`--${chosen.join(' and --')} exclude each other`);
const demoDir = join(values.data, 'demo');
const tell = (line: string) => console.log(`  ${line}`);
const [wanted] = positionals;

if (values.list) for (const { id, title, words } of listPlots()) console.log(`${id}\t${title}\t${words}`);
else if (wanted === undefined) await playDemo(chosen[0] ?? 'approve');
else await playAll(wanted, chosen[0] ?? 'approve');

/** The application that `npm start` plays. */
async function playDemo(way: Way): Promise<void> {
  if (way !== 'approve' && way !== 'refuse') misuse(`--${way} needs an id: --list names them`);
  const decision = way === 'refuse' ? refusal : approval;
  const told = await tellStory({ url, demoDir, name: `story-${randomUUID()}`, key: key as KeyKind, decision, tell });
  console.log(epilogue(told, key as KeyKind, demoDir));
}

async function playAll(id: string, way: Way): Promise<void> {
  const scores = listPlots().filter((one) => id === 'all' || one.id === id);
  if (scores.length === 0) misuse(`there is no ${id}: --list names them`);
  // Documents of queues are not corrected.
  const playable = scores.filter(({ queue }) => !(queue && way === 'correct'));
  if (playable.length === 0) misuse(`--${way} does not go with ${id}`);
  for (const score of playable) {
    console.log(`\n${score.id}: ${score.title}, ${score.words}`);
    const name = `journey-${randomUUID()}`;
    try {
      printJourney(await playJourney({ url, demoDir, name, key: key as KeyKind, plot: score.plot, way, tell }), score);
    } catch (error) {
      // The others are played all the same.
      if (id !== 'all' || !(error instanceof UnexpectedAnswer)) throw error;
      console.error(`  ${error.message}`);
      process.exitCode = 1;
    }
  }
}
