import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/open-mailed-result/contract.ts';
import { openMailedResult } from '../../../../functions/cabinet/open-mailed-result/open-mailed-result.ts';
import { mailingRules } from '../../../../lib/domain/mailing/rules.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { mailingsOf } from '../../../../lib/domain/request/mailing/mailing.ts';
import { after } from '../../../lib/domain/request/example.ts';
import { digest, mailed } from '../../../lib/domain/request/mailing-example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, machines } from '../../cast.ts';

const secret = 'S'.repeat(43);
const { id, applicant } = mailed();
const another = '850101300018';
const scene = () => ({ requests: memoryRequests(mailed()), machines: machines() });
const open = (
  { requests, machines: told }: ReturnType<typeof scene>,
  { key = `${id}.${secret}`, iin = applicant.iin, minutes = 20 } = {},
) =>
  openMailedResult(asked({ body: { key, iin } }), {
    ...{ requests, machines: told, findService, now: after(minutes) },
    documents: { link: async (of, name) => `https://bucket.example/${of}?${name}` },
    digestOf: async (text) => (text === secret ? digest : `digest of ${text}`),
  });

it('whoever has the address and knows the IIN gets document and signature; the machine goes on, the journal says so', async () => {
  const at = scene();
  const answer = await open(at);
  expect(bodyOf(contract, answer)).toMatchObject({
    request: 'SK-UC-2026-000001',
    service: { ru: expect.stringContaining('справок') },
    result: {
      ...{ kind: 'certificate', number: 'SK-UC-2026-000001-0' },
      document: { url: 'https://bucket.example/pdf?SK-UC-2026-000001-0.pdf' },
      signature: { url: 'https://bucket.example/signature?SK-UC-2026-000001-0.p7s' },
    },
    openingsLeft: mailingRules.openings - 1,
  });
  expect(answer).toMatchObject({ about: { request: id } });
  expect(at.machines.signals).toEqual([['token-4', 'done']]);
  expect(bodyOf(contract, await open(at, { minutes: 21 })).openingsLeft).toBe(mailingRules.openings - 2);
});

it('says nothing of the applicant, and nothing before the right answer', async () => {
  const text = JSON.stringify(await open(scene()));
  for (const personal of [applicant.iin, applicant.fullName, applicant.email!]) expect(text).not.toContain(personal);
  const refused = await open(scene(), { iin: another });
  expect(refused).toMatchObject({ refused: 'mailing/wrong-iin', about: { request: id } });
  expect(JSON.stringify(refused)).not.toContain('SK-UC');
});

it('many wrong answers at once are counted one by one, and then nothing opens', async () => {
  const at = scene();
  const answers = await Promise.all(Array.from({ length: 8 }, () => open(at, { iin: another })));
  const codes = answers.map((answer) => 'refused' in answer && answer.refused);
  expect(codes.filter((code) => code === 'mailing/wrong-iin')).toHaveLength(mailingRules.wrongAnswers - 1);
  expect(await open(at)).toMatchObject({ refused: 'mailing/over' });
  expect(mailingsOf((await at.requests.find(id))!)[0]).toMatchObject({
    state: 'shut',
    wrong: mailingRules.wrongAnswers,
  });
});

it('a key that nobody mailed changes nothing, and is about no request', async () => {
  const at = scene();
  for (const key of ['', `${id}.${'T'.repeat(43)}`, `${absent}.${secret}`, `../${secret}`])
    expect(await open(at, { key })).toEqual({ refused: 'mailing/unknown' });
  expect(await at.requests.find(id)).toEqual(await memoryRequests(mailed()).find(id));
});
