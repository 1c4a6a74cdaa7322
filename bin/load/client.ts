// An outside client of `npm run bench:load`, in a process of its own: it plays stories and reads, and prints how long each call took.
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { approval, continueStory, openCast } from '../../lib/local/story/story.ts';
import { timeCalls } from './time-calls.ts';

const { values } = parseArgs({
  options: Object.fromEntries(
    ['url', 'demo', 'name', 'stories', 'readers', 'rate', 'seconds'].map((name) => [name, { type: 'string' as const }]),
  ),
});
const { url = '', demo: demoDir = '', name = '' } = values;
const [stories, readers, rate, seconds] = [values['stories'], values['readers'], values['rate'], values['seconds']].map(
  Number,
) as [number, number, number, number];

const told = { stories: 0, failed: 0 };
const options = { url, demoDir, key: 'rsa', decision: approval, tell: () => undefined } as const;
const cast = await openCast({ ...options, name });
const first = await continueStory(cast, { ...options, name: `${name}-first` });
const { take } = timeCalls();
const until = performance.now() + seconds * 1000;
const isOver = () => performance.now() >= until;

/** One story after another. */
async function play(player: number) {
  for (let no = 0; !isOver(); no += 1)
    await continueStory(cast, { ...options, name: `${name}-${player}-${no}`, pause: 50 }).then(
      () => (told.stories += 1),
      () => (told.failed += 1),
    );
}

/** What people look at, in turn, at a steady pace: each reader waits for its next turn, and skips those that it has missed. */
const reads = [
  () => cast.applicant.get('/services'),
  () => cast.applicant.get('/requests?limit=10'),
  () => cast.applicant.get(`/requests/${first.id}`),
  () => cast.officer.get('/work?limit=10'),
];
async function read(reader: number) {
  const every = (1000 * readers) / rate;
  let next = performance.now() + (every * reader) / readers;
  for (let turn = reader; !isOver(); turn += 1) {
    await wait(Math.max(0, next - performance.now()));
    await reads[turn % reads.length]!().catch(() => (told.failed += 1));
    next = Math.max(next + every, performance.now());
  }
}

await Promise.all([
  ...Array.from({ length: stories }, (_, player) => play(player)),
  ...Array.from({ length: readers }, (_, reader) => read(reader)),
]);
process.stdout.write(JSON.stringify({ ...told, calls: take() }));
