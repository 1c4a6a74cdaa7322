import { describe, expect, it } from '@jest/globals';
import { askRegistry, input } from '../../../../functions/intake/ask-registry/ask-registry.ts';
import { refuseRequest } from '../../../../functions/intake/refuse-request/refuse-request.ts';
import type { Subject } from '../../../../lib/adapters/gateways/gateways.ts';
import type { Registry } from '../../../../lib/domain/regulation/words.ts';
import { duesOf } from '../../../../lib/domain/request/due.ts';
import { tellOthers } from '../../../../lib/adapters/identity/tell-others.ts';
import { after, draft, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';

const { id, applicant } = draft();
const alone = { need: 'all', of: [{ register: 'gbd-fl', about: 'applicant' }] } as const;
const either = {
  need: 'any',
  of: [...alone.of, { register: 'family', about: 'applicant' }],
} as const;
const both = { need: 'all', of: [...alone.of, { register: 'gbd-ul', about: 'organisation' }] } as const;
const whole = {
  need: 'all',
  of: [...alone.of, { register: 'gbd-fl', about: 'representative' }, { register: 'enis', about: 'power' }],
} as const;

const representative = '011102600022';
const power = { number: '12-345', issuedOn: '2026-01-15', until: '2027-01-14' };
const acting = {
  representativeIin: representative,
  representativeName: 'Демо Айгүл',
  powerNumber: power.number,
  powerIssuedOn: power.issuedOn,
  powerUntil: power.until,
  powerNotary: 'Демо Нотариус',
};
const filed = (form: Readonly<Record<string, string>>) => memoryRequests({ ...submitted(), form: { ...form } });

type Says = (register: Registry, subject: Subject) => boolean | Promise<boolean>;
const silent = () => Promise.reject(new Error('no answer'));

async function ask(registry: object, says: Says, requests = memoryRequests(submitted()), minutes = 2) {
  const questions: unknown[] = [];
  const isKnown = async (register: Registry, subject: Subject) => {
    questions.push([register, subject]);
    return says(register, subject);
  };
  const task = input.parse(rowTask('02-shep-ask-registry', { registry }));
  return { questions, ...(await askRegistry(task, { requests, gateways: { isKnown }, now: after(minutes) })) };
}

const asked = async (requests: ReturnType<typeof memoryRequests>) =>
  (await requests.find(id))?.events.find(({ code }) => code === 'registry-asked')?.facts;

it('each register is asked about its own subject', async () => {
  const { questions, outcome } = await ask(whole, () => true, filed(acting));
  expect(outcome).toBe('found');
  expect(questions).toEqual([
    ['gbd-fl', { iin: applicant.iin }],
    ['gbd-fl', { iin: representative }],
    ['enis', { ...power, principal: applicant.iin, representative }],
  ]);
});

it('nobody asks about a representative if the applicant acts alone', async () => {
  const { questions, outcome } = await ask(whole, (register) => register !== 'enis');
  expect([outcome, questions]).toEqual(['found', [['gbd-fl', { iin: applicant.iin }]]]);
});

it.each([
  ['a power that its register does not know', (register: Registry) => register !== 'enis', 'enis:power'],
  [
    'an applicant',
    (_: Registry, asked: Subject) => !('iin' in asked && asked.iin === applicant.iin),
    'gbd-fl:applicant',
  ],
  [
    'a representative',
    (_: Registry, asked: Subject) => !('iin' in asked && asked.iin === representative),
    'gbd-fl:representative',
  ],
  ['all of them', () => false, 'gbd-fl:applicant gbd-fl:representative enis:power'],
])('%s is absent, and the history says so', async (_, says, missing) => {
  const requests = filed(acting);
  expect((await ask(whole, says, requests)).outcome).toBe('absent');
  expect(await asked(requests)).toEqual({ answer: 'absent', missing });
});

describe('of an organisation', () => {
  const bin = '120140090815';
  const ofCompany = () => memoryRequests({ ...submitted(), organisation: { bin } });

  it('the register of legal persons is asked about its BIN, that of people about whoever applies', async () => {
    const { questions, outcome } = await ask(both, () => true, ofCompany());
    expect([outcome, questions]).toEqual([
      'found',
      [
        ['gbd-fl', { iin: applicant.iin }],
        ['gbd-ul', { bin }],
      ],
    ]);
  });

  it('nothing is found if its register does not know it', async () => {
    const requests = ofCompany();
    expect((await ask(both, (register) => register === 'gbd-fl', requests)).outcome).toBe('absent');
    expect(await asked(requests)).toEqual({ answer: 'absent', missing: 'gbd-ul:organisation' });
  });

  it('nobody asks about one if people apply for themselves', async () => {
    expect((await ask(both, () => true)).questions).toEqual([['gbd-fl', { iin: applicant.iin }]]);
  });

  it('a request that is turned away keeps saying which organisation it was', async () => {
    const { submission } = submitted() as { submission: object };
    const named = {
      ...submitted(),
      organisation: { bin },
      submission: { ...submission, signerOrganisation: 'ТОО «Үлгі»' },
    };
    const requests = memoryRequests(named as ReturnType<typeof submitted>);
    const task = { ...rowTask('04-registries-refuse-request', { because: 'no-registry-data' as const }) };
    await refuseRequest(task, { requests, now: after(3) });
    expect(await requests.find(id)).toMatchObject({
      ...{ state: 'turned-away', organisation: { bin } },
      notices: [{ code: 'registry-absent', facts: { bin, organisation: 'ТОО «Үлгі»' } }],
    });
  });
});

it.each(Object.keys(acting))('text in the field %s alone does not pass for a power of attorney', async (name) => {
  const known = (_: Registry, subject: Subject) => !('number' in subject) || subject.number === power.number;
  const strict: Says = (register, subject) =>
    known(register, subject) && Object.values(subject).every((value) => value !== '');
  expect((await ask(whole, strict, filed({ [name]: 'ПОДДЕЛКА № 0' }))).outcome).toBe('absent');
});

it('where any register will do, one that knows the person is enough', async () => {
  expect((await ask(either, (register) => register === 'family')).outcome).toBe('found');
  expect((await ask(either, () => false)).outcome).toBe('absent');
});

it('the notice of refusal says whether it was the power', async () => {
  for (const [says, code] of [
    [(register: Registry) => register !== 'enis', 'power-absent'],
    [(register: Registry) => register === 'enis', 'registry-absent'],
  ] as const) {
    const requests = filed(acting);
    await ask(whole, says, requests);
    const task = { ...rowTask('04-registries-refuse-request', { because: 'no-registry-data' as const }) };
    await refuseRequest(task, { requests, now: after(3) });
    expect((await requests.find(id))?.notices.map((notice) => notice.code)).toEqual([code]);
  }
});

it('a second call gives the recorded answer, whatever the register says now', async () => {
  const requests = memoryRequests(submitted());
  await ask(alone, () => true, requests);
  const once = await requests.find(id);
  expect(await ask(alone, () => false, requests)).toEqual({ outcome: 'found', questions: [] });
  expect(await requests.find(id)).toEqual(once);
});

describe('a register that cannot be reached', () => {
  it('leaves the question open: the row is repeated, and nothing is refused', async () => {
    const requests = filed(acting);
    const enisDown: Says = (register) => (register === 'enis' ? silent() : true);
    await expect(ask(whole, enisDown, requests)).rejects.toThrow('no answer');
    expect(await asked(requests)).toBeUndefined();
    expect((await requests.find(id))?.events.at(-1)).toMatchObject({ code: 'registry-silent' });
    expect((await ask(whole, () => true, requests)).outcome).toBe('found');
  });

  it('does not matter where another one has settled it', async () => {
    const down: Says = (register) => (register === 'gbd-fl' ? silent() : true);
    expect((await ask(either, down)).outcome).toBe('found');
    const none: Says = (register) => (register === 'gbd-fl' ? silent() : false);
    expect((await ask(whole, none, filed(acting))).outcome).toBe('absent');
    await expect(ask(either, none)).rejects.toThrow('no answer');
  });

  const tell = async (requests: ReturnType<typeof memoryRequests>, minutes: number) => {
    const request = (await requests.find(id))!;
    const due = duesOf(request).some(({ kind, at }) => kind === 'tell' && at <= after(minutes));
    const accounts = { findByIin: silent, listPeople: silent, change: silent, absencesAt: silent };
    if (due) await tellOthers(request, { requests, accounts, now: after(minutes) });
    return (await requests.find(id))!.notices.map(({ code, at }) => `${code} ${at}`);
  };

  it('is told to the applicant once, after an hour', async () => {
    const requests = memoryRequests(submitted());
    for (const minutes of [2, 3, 30, 61]) {
      await expect(ask(alone, silent, requests, minutes)).rejects.toThrow('no answer');
      expect(await tell(requests, minutes)).toEqual([]);
    }
    const told = [`registry-silent ${after(62).toISOString()}`];
    expect(await tell(requests, 62)).toEqual(told);
    for (const minutes of [63, 200, 3000]) {
      await expect(ask(alone, silent, requests, minutes)).rejects.toThrow('no answer');
      expect(await tell(requests, minutes)).toEqual(told);
    }
  });

  it('that answers within the hour is no news', async () => {
    const requests = memoryRequests(submitted());
    await expect(ask(alone, silent, requests)).rejects.toThrow('no answer');
    await ask(alone, () => true, requests, 40);
    expect(await tell(requests, 200)).toEqual([]);
    expect((await requests.find(id))?.telling).toBeUndefined();
  });
});
