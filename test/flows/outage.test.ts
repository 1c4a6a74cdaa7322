import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addPerson } from '../../lib/local/demo/add-person.ts';
import { changeMood } from '../../lib/local/stand-ins/ask-moods.ts';
import type { DemoPerson } from '../../lib/local/demo/people-file.ts';
import { shown, standInsOf, until } from './payment-scene.ts';
import { RunningPlatform } from './running-platform.ts';
import { draftOf, enter, submit, type Actor } from './scene.ts';

/** A register is down while many apply; the platform is killed meanwhile, and by its clock the register answers a day later. */
const platform = new RunningPlatform();
/** At this counter the register of persons is asked after the signature. */
const [service, office] = ['mangystau-guardianship-certificate', 'mangystau-education'];
/** How many apply at the same time. */
const MANY = 12;
let person: DemoPerson;
let operator: Actor;
beforeAll(async () => {
  await platform.start();
  person = await addPerson({ role: 'con-operator', office: 'mangystau-con' }, platform.demoDir, platform.url);
  operator = await enter(platform, person);
});
afterAll(() => platform.remove());

async function file(): Promise<string> {
  const { iin, name: fullName } = platform.person('applicant-azamat');
  const draft = await draftOf(operator, { service, channel: 'con', office, visitor: { iin, fullName } });
  await submit(operator, draft);
  return draft.id;
}
const count = (history: readonly { readonly code: string }[], code: string) =>
  history.filter((each) => each.code === code).length;

it('nobody who applies while a register is down is lost, refused or numbered twice', async () => {
  await changeMood(standInsOf(platform), 'gbd-fl', { mood: 'down' });
  const requests = await Promise.all(Array.from({ length: MANY }, file));
  const waiting = [];
  for (const id of requests)
    waiting.push(await until(operator, id, ({ history }) => count(history, 'registry-silent') > 0));
  // Everybody's wait is noted, nobody has an answer, and nobody is refused for want of one.
  expect(waiting.flatMap(({ history }) => history.filter(({ code }) => code === 'registry-asked'))).toEqual([]);
  expect(waiting.filter(({ state }) => state === 'turned-away')).toEqual([]);

  await platform.kill();
  await platform.start(0, '--later', '1');
  operator = await enter(platform, person);
  await changeMood(standInsOf(platform), 'gbd-fl', { mood: 'ok' });
  const asked = [];
  for (const id of requests) asked.push(await until(operator, id, ({ history }) => count(history, 'work-opened') > 0));
  expect(new Set(asked.map(({ number }) => number)).size).toBe(MANY);
  for (const { history } of asked)
    expect(['numbered', 'registry-silent', 'registry-asked'].map((code) => count(history, code))).toEqual([1, 1, 1]);
  expect(
    (await Promise.all(requests.map((id) => shown(operator, id)))).every(({ state }) => state !== 'turned-away'),
  ).toBe(true);
}, 400_000);
