import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findProfile } from '../../lib/eds/profiles/find-profile.ts';
import { verifyEds } from '../../lib/eds/verify.ts';
import { fingerprint } from '../../lib/local/demo/seed.ts';
import { download, signIn } from '../../lib/local/http/client.ts';
import { changeMood } from '../../lib/local/stand-ins/ask-moods.ts';
import { approval, tellStory, type Told } from '../../lib/local/story/story.ts';
import { standInsOf } from './payment-scene.ts';
import { sweptUntil } from './operator.ts';
import { RunningPlatform } from './running-platform.ts';

/** What people are handed proves itself in years, with nothing but the root certificate; and nobody waits for the authority that stamps it. */
const platform = new RunningPlatform();
beforeAll(() => platform.start());
afterAll(() => platform.remove());

const in2030 = new Date('2030-06-01T00:00:00Z');
const families = { rsa: 'rsa', gost: 'gost-2015' } as const;
type Key = keyof typeof families;

const play = (name: string, key: Key): Promise<Told> =>
  tellStory({
    ...{ url: platform.url, demoDir: platform.demoDir, name, key },
    ...{ decision: approval, tell: () => undefined },
  });

/** As `eds verify --anchors ROOT_ONLY --at 2030-06-01T00:00:00Z`: no list, no other certificate. */
function verifyIn2030(key: Key, cms: Uint8Array, pdf: string) {
  const root = readFileSync(join(platform.demoDir, 'ca', families[key], 'root.cer'));
  const profile = findProfile('demo', [`${fingerprint(root)}=persons+timestamps`])!;
  const input = { cms, content: readFileSync(pdf), profile, certificates: [root], crls: [] };
  const { verdict, signers } = verifyEds({ ...input, at: in2030 });
  return { verdict, source: signers[0]?.referenceTimeSource };
}

interface Seen {
  readonly state: string;
  readonly timestamp: { readonly state: string; readonly at?: string };
  readonly output: { readonly timestamp: Seen['timestamp'] };
}
const applicantOf = async () => signIn(platform.url, platform.person('applicant-azamat'));
const seen = async ({ id }: Told) => (await applicantOf()).get<Seen>(`/requests/${id}`);

describe.each(['rsa', 'gost'] as const)('a story signed with %s keys', (key) => {
  it('hands out a signature that passes in 2030 with the root certificate alone', async () => {
    const told = await play(`stamped-${key}`, key);
    const cms = readFileSync(told.signature);
    expect(verifyIn2030(key, cms, told.pdf)).toEqual({ verdict: 'passed', source: 'timestamp' });
    const { timestamp, output } = await seen(told);
    expect([timestamp.state, output.timestamp.state]).toEqual(['stamped', 'stamped']);
  });
});

it('with the authority off the story ends as ever, and the timestamp comes by itself, also after a crash', async () => {
  await changeMood(standInsOf(platform), 'tsa', { mood: 'down' });
  const told = await play('unstamped', 'rsa');
  expect(told.state).toBe('issued');
  expect(verifyIn2030('rsa', readFileSync(told.signature), told.pdf)).toEqual({
    verdict: 'indeterminate',
    source: 'server-clock',
  });
  expect(await seen(told)).toMatchObject({
    timestamp: { state: 'awaited' },
    output: { timestamp: { state: 'awaited' } },
  });

  await platform.kill();
  // An hour of its clock would do; the stand-ins are well again when they start.
  await platform.start(0, '--later', '1');
  const now = await sweptUntil(
    platform,
    1,
    () => seen(told),
    ({ output }) => output.timestamp.state === 'stamped',
  );
  expect(now).toMatchObject({
    state: 'issued',
    timestamp: { state: 'stamped' },
    output: { timestamp: { state: 'stamped' } },
  });
  const { signature } = await (await applicantOf()).get<{ signature: { url: string } }>(`/requests/${told.id}/output`);
  const cms = await download(signature.url);
  expect(verifyIn2030('rsa', cms, told.pdf)).toEqual({ verdict: 'passed', source: 'timestamp' });
}, 400_000);
