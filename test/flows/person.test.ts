import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addPerson } from '../../lib/local/demo/add-person.ts';
import { places } from '../../lib/domain/regulation/places.ts';
import { ask } from './http.ts';
import { RunningPlatform } from './running-platform.ts';
import { enter } from './scene.ts';

const root = join(import.meta.dirname, '../..');
const platform = new RunningPlatform();
beforeAll(() => platform.start());
afterAll(() => platform.remove());

/** `npm run person`, as typed. */
const person = (...wanted: string[]) =>
  promisify(execFile)(
    process.execPath,
    ['bin/person.ts', ...wanted, '--url', platform.url, '--data', platform.dataDir],
    { cwd: root },
  );

it('an officer of any office is added to a running platform, with keys that it accepts', async () => {
  const office = places.find(({ region, kind }) => region === 'zhambyl' && kind === 'office')!.code;
  await person('--role', 'mio-officer', '--office', office);
  const added = platform.people.at(-1)!;
  expect([added.role, added.office]).toEqual(['mio-officer', office]);

  const officer = await enter(platform, added);
  expect(await officer.client.get('/work')).toEqual({ work: [] });
  const content = Buffer.from('x');
  const [cms, signed] = [await officer.sign(content), content].map((bytes) => Buffer.from(bytes).toString('base64'));
  const { body } = await ask('POST', `${platform.url}/eds/verifications`, { body: { cms, content: signed } });
  expect(body).toMatchObject({ verdict: 'passed' });
});

it('applicants register, and two added applicants are two people', async () => {
  await person('--role', 'applicant');
  await person('--role', 'applicant');
  const [one, other] = platform.people.slice(-2);
  expect(one!.iin).not.toBe(other!.iin);
  expect((await enter(platform, other!)).token).toBeTruthy();
});

it.each([
  ['a role that is none', ['--role', 'boss'], /--role is one of applicant, /],
  ['an office that is none', ['--role', 'mio-officer', '--office', 'nowhere'], /account\/office-required/],
])('%s is refused with a sentence, and nobody is added', async (_, wanted, words) => {
  const before = platform.people.length;
  await expect(person(...wanted)).rejects.toMatchObject({ stderr: expect.stringMatching(words) as unknown });
  expect(platform.people).toHaveLength(before);
});

it("a person whose adding is interrupted anywhere is finished by the next call, and no account is nobody's", async () => {
  const office = places.find(({ region, kind }) => region === 'zhambyl' && kind === 'office')!.code;
  const wanted = { role: 'mio-officer', office } as const;
  const before = platform.people.length;
  const plain = globalThis.fetch;
  let added: Awaited<ReturnType<typeof addPerson>> | undefined;
  let interrupted = 0;
  for (; added === undefined; interrupted += 1) {
    let left = interrupted + 1;
    // The call is done, and its answer lost.
    globalThis.fetch = async (...asked) => {
      const answer = await plain(...asked);
      left -= 1;
      if (left === 0) throw new TypeError('fetch failed');
      return answer;
    };
    added = await addPerson(wanted, platform.demoDir, platform.url)
      .catch(() => undefined)
      .finally(() => (globalThis.fetch = plain));
    if (added === undefined) await addPerson(wanted, platform.demoDir, platform.url);
  }
  expect(interrupted).toBeGreaterThan(8);
  const people = platform.people.slice(before);
  expect(new Set(people.map(({ iin }) => iin)).size).toBe(interrupted);
  for (const person of people) expect(await (await enter(platform, person)).client.get('/work')).toEqual({ work: [] });
  const administrator = await enter(platform, platform.person('administrator'));
  const { staff } = await administrator.client.get<{ staff: readonly object[] }>('/staff?limit=100');
  expect(staff).toHaveLength(platform.people.filter(({ role }) => role !== 'applicant').length);
});
