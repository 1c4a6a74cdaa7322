import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ProofLife } from '../../lib/domain/signature/proof-life.ts';
import { findProfile } from '../../lib/eds/profiles/find-profile.ts';
import { verifyEds } from '../../lib/eds/verify.ts';
import { issueTimestampAuthority } from '../../lib/local/authority/issuer.ts';
import { readSigners } from '../../lib/local/demo/authority-files.ts';
import { addressesOf } from '../../lib/local/demo/demo-authority.ts';
import { fingerprint } from '../../lib/local/demo/seed.ts';
import { download, signIn } from '../../lib/local/http/client.ts';
import { approval, tellStory, type Told } from '../../lib/local/story/story.ts';
import { systemRandom } from '../../lib/signing/random.ts';
import { sweptUntil } from './operator.ts';
import { RunningPlatform } from './running-platform.ts';

/** Four years later another authority stamps what the first one has stamped, before it ends. */
const platform = new RunningPlatform();
beforeAll(() => platform.start());
afterAll(() => platform.remove());

const DAY = 86_400_000;
/** The first authority ends after 1825 days, and renewing begins within a month from the 1460th. */
const LATER = 1500;
const inDays = (days: number) => new Date(Date.now() + days * DAY);
const family = 'gost-2015';

interface Seen {
  readonly output: { readonly timestamp: { readonly at: string; readonly proof: ProofLife } };
}
interface Linked {
  readonly signature: { readonly url: string };
  readonly document: { readonly url: string };
}
const applicant = () => signIn(platform.url, platform.person('applicant-azamat'));
const stampOf = async ({ id }: Told) => (await (await applicant()).get<Seen>(`/requests/${id}`)).output.timestamp;

/** As `eds verify --anchors ROOT_ONLY`: no list, no other certificate. */
function verifyAt(at: Date, cms: Uint8Array, pdf: string) {
  const root = readFileSync(join(platform.demoDir, 'ca', family, 'root.cer'));
  const profile = findProfile('demo', [`${fingerprint(root)}=persons+timestamps`])!;
  const input = { cms, content: readFileSync(pdf), profile, certificates: [root], crls: [], at };
  const { verdict, signers } = verifyEds(input);
  return { verdict, source: signers[0]?.referenceTimeSource };
}

async function replaceAuthority() {
  const [folder, { nca }] = [join(platform.demoDir, 'ca', family), readSigners(join(platform.demoDir, 'ca'), family)];
  const period = { notBefore: inDays(-1), notAfter: inDays(3000) };
  const options = { ...period, random: systemRandom };
  const next = await issueTimestampAuthority(nca, 'DEMO TSA 2', addressesOf(family, 'nca'), options);
  writeFileSync(join(folder, 'tsa.cer'), next.certificate);
  writeFileSync(join(folder, 'tsa.key'), next.privateKey.pkcs8);
}

it('a signature is renewed by itself, and people are handed the renewed one and a card of it', async () => {
  const told = await tellStory({
    ...{ url: platform.url, demoDir: platform.demoDir, name: 'renewed-once', key: 'gost' },
    ...{ decision: approval, tell: () => undefined },
  });
  const first = await stampOf(told);
  expect(first.proof.endsBy).toBe('tsa-certificate');
  const cms = readFileSync(told.signature);
  expect(verifyAt(inDays(2500), cms, told.pdf)).toMatchObject({ verdict: 'indeterminate' });

  await platform.kill('SIGINT');
  await replaceAuthority();
  await platform.start(0, '--later', String(LATER));
  const now = await sweptUntil(
    platform,
    LATER,
    () => stampOf(told),
    ({ proof }) => proof.until !== first.proof.until,
  );
  expect(now.at).toBe(first.at);
  expect(Date.parse(now.proof.until)).toBeGreaterThan(inDays(2900).getTime());
  const { signature } = await (await applicant()).get<Linked>(`/requests/${told.id}/output`);
  expect(verifyAt(inDays(2500), await download(signature.url), told.pdf)).toMatchObject({ verdict: 'passed' });
  const card = await (await applicant()).get<Linked>(`/requests/${told.id}/card`);
  expect((await download(card.document.url)).length).toBeGreaterThan(10_000);
}, 400_000);
