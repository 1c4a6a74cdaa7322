import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ASKED_BY, fillFromRegisters } from '../../../../functions/drafts/fill-from-registers/fill-from-registers.ts';
import { contract } from '../../../../functions/drafts/fill-from-registers/contract.ts';
import { openDayCounter } from '../../../../lib/adapters/dynamo/day-counter.ts';
import { openGateways } from '../../../../lib/adapters/gateways/gateways.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { findService, PRESENT } from '../../../../lib/domain/regulation/cards.ts';
import { changeForm, discard, startDraft } from '../../../../lib/domain/request/draft/draft.ts';
import { ASKED_FOR_DRAFT } from '../../../../lib/domain/request/draft/register-data.ts';
import { VISITOR } from '../../../../lib/domain/request/draft/visitor.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { signableBytes } from '../../../../lib/domain/request/submission/submission.ts';
import { changeMood } from '../../../../lib/local/stand-ins/ask-moods.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { after, draft, must } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { standInsFor } from '../../../lib/local/stand-ins/stand-ins-for.ts';
import { asked, bodyOf } from '../../asked.ts';
import { citizen, citizenAccount, officer, stranger } from '../../cast.ts';

const { iin } = draft().applicant;
const told = {
  fullName: 'Демо Азамат Үлгіұлы',
  ...{ surname: 'Демо', firstName: 'Азамат', patronymic: 'Үлгіұлы', birthDate: '1990-03-15' },
  ...{ identityCard: '099000001', identityCardIssuedBy: 'ДЕМО', identityCardIssuedOn: '2024-02-12' },
  address: 'г',
};
let table: Awaited<ReturnType<typeof openMemoryTable>>;
let standIns: Awaited<ReturnType<typeof standInsFor>>;
let questions: { iin: string; wanted: readonly string[] }[] = [];
beforeAll(async () => {
  table = await openMemoryTable();
  standIns = await standInsFor({ spoilable: true, people: new Map([[iin, told]]) });
});
beforeEach(async () => {
  questions = [];
  await changeMood(standIns.url, 'gbd-fl', { mood: 'ok' });
});
afterAll(() => Promise.all([table.close(), standIns.stop()]));

const service = 'mangystau-targeted-social-assistance';
/** A draft of a service whose form ГБД ФЛ fills. */
const started = (more: Partial<Parameters<typeof startDraft>[0]> = {}) => {
  const { version } = findService(service, PRESENT)!;
  const { id, applicant } = draft();
  const begun = { id, applicant, service, regulationVersion: version, channel: 'portal', office: 'aktau' };
  return startDraft({ ...begun, paper: false, form: { iin }, ...more }, after(0));
};
const { id } = draft();

let place = 0;
/** Whoever asks is another account in each test, unless it says so. */
const newcomer = () => `nobody-${++place}`;

async function fill(
  requests: ReturnType<typeof memoryRequests>,
  body: { consent: boolean; again?: boolean } = { consent: true },
  caller: Caller = citizen,
  { minutes = 1, counted = newcomer(), proved = true } = {},
) {
  const line = openGateways(standIns.line);
  const counter = openDayCounter(table, 'REGISTERS');
  return fillFromRegisters(asked({ params: { id }, body }), caller, {
    requests,
    findService,
    gateways: {
      tellPerson: (register, about, wanted) => {
        questions.push({ iin: about, wanted });
        return line.tellPerson(register, about, wanted);
      },
    },
    accounts: {
      find: async () => ({
        ...citizenAccount,
        ...(proved && { confirmed: { at: after(0).toISOString(), name: told.fullName } }),
      }),
    },
    counter: { take: (_, most, now) => counter.take(counted, most, now) },
    clock: () => after(minutes),
  });
}
const signed = (request: Request) => JSON.parse(new TextDecoder().decode(signableBytes(request as never))) as object;

it('a register tells nobody anything who only typed the IIN: an EDS has to prove it first', async () => {
  const requests = memoryRequests(started());
  expect(await fill(requests, { consent: true }, citizen, { proved: false })).toEqual({
    refused: 'registers/unproved',
  });
  expect(questions).toEqual([]);
  expect(await requests.find(id)).toEqual(started());
});

describe('a register fills a form', () => {
  it('with what it tells, marked with its name and the time, also in what is signed', async () => {
    const requests = memoryRequests(started());
    const seen = bodyOf(contract, await fill(requests));
    const mark = { entered: 'register', register: 'gbd-fl', at: after(1).toISOString(), outcome: 'found' };
    expect(seen).toMatchObject({
      formVersion: 1,
      form: { iin, surname: 'Демо', givenName: 'Азамат', birthDate: '1990-03-15', identityCard: '099000001' },
      registerData: { consent: { given: true, at: after(1).toISOString() }, marks: { surname: mark } },
    });
    expect(questions).toEqual([{ iin, wanted: expect.arrayContaining(['surname', 'identityCard']) }]);
    expect(signed((await requests.find(id))!)).toMatchObject({
      consent: { given: true, registers: ['gbd-fl'], about: iin, words: { ru: expect.stringContaining('№ 94-V') } },
      sources: { surname: mark },
    });
  });

  it('but not with a value that the form itself refuses', async () => {
    const seen = bodyOf(contract, await fill(memoryRequests(started())));
    expect(seen).not.toHaveProperty('form.address');
  });

  it('and what somebody writes instead is marked as entered by hand', async () => {
    const requests = memoryRequests(started({ form: { iin, surname: 'Сынақ' } }));
    const first = bodyOf(contract, await fill(requests)) as { registerData: { marks: object }; form: object };
    expect(first).toMatchObject({
      form: { surname: 'Сынақ', givenName: 'Азамат' },
      registerData: {
        marks: { surname: { entered: 'by-hand', differs: true }, givenName: { entered: 'register' } },
        enteredBy: { role: 'applicant' },
      },
    });
    const kept = (await requests.find(id))!;
    const changed = must(changeForm(kept, { ...kept.form, givenName: 'Асан' }, after(2)));
    expect(signed(changed)).toMatchObject({ sources: { givenName: { entered: 'by-hand', differs: true } } });
  });

  it('once: the same call again asks nobody, and "again" asks anew', async () => {
    const requests = memoryRequests(started());
    await fill(requests);
    const once = await requests.find(id);
    expect(bodyOf(contract, await fill(requests))).toMatchObject({ formVersion: 1 });
    expect([questions.length, await requests.find(id)]).toEqual([1, once]);
    bodyOf(contract, await fill(requests, { consent: true, again: true }));
    expect(questions).toHaveLength(2);
  });
});

describe('a register that does not fill it', () => {
  it.each([
    ['down', 'silent'],
    ['unknown', 'absent'],
  ] as const)('because it is %s leaves the form to the person, and says so', async (mood, outcome) => {
    await changeMood(standIns.url, 'gbd-fl', { mood });
    const requests = memoryRequests(started({ form: { iin, surname: 'Сынақ' } }));
    const seen = bodyOf(contract, await fill(requests));
    expect(seen).toMatchObject({
      form: { surname: 'Сынақ' },
      registerData: { answers: [{ register: 'gbd-fl', outcome }], marks: { surname: { entered: 'by-hand', outcome } } },
    });
    expect(seen).not.toHaveProperty('registerData.marks.surname.differs');
    await changeMood(standIns.url, 'gbd-fl', { mood: 'ok' });
    bodyOf(contract, await fill(requests));
    // A silent one is asked again by the same call; one that has answered is not.
    expect(questions).toHaveLength(outcome === 'silent' ? 2 : 1);
  });

  it('leaves what it told before, if it is silent when it is asked again', async () => {
    const requests = memoryRequests(started());
    await fill(requests);
    await changeMood(standIns.url, 'gbd-fl', { mood: 'down' });
    const seen = bodyOf(contract, await fill(requests, { consent: true, again: true }, citizen, { minutes: 2 }));
    expect(seen).toMatchObject({
      form: { surname: 'Демо' },
      registerData: {
        answers: [{ outcome: 'found', at: after(1).toISOString(), silentAt: after(2).toISOString() }],
        marks: { surname: { entered: 'register' } },
      },
    });
  });

  it('is not asked about whoever declines, and the refusal is signed', async () => {
    const requests = memoryRequests(started());
    expect(bodyOf(contract, await fill(requests, { consent: false }))).toMatchObject({
      registerData: { consent: { given: false }, answers: [], marks: {} },
    });
    expect(questions).toEqual([]);
    expect(signed((await requests.find(id))!)).toMatchObject({ consent: { given: false, about: iin }, sources: {} });
  });

  it('keeps nothing of what was told once the consent is taken back', async () => {
    const requests = memoryRequests(started());
    await fill(requests);
    await fill(requests, { consent: false });
    expect((await requests.find(id))!.registerData).toMatchObject({ consent: { given: false }, answers: [] });
  });

  it('is not asked where the regulation names none', async () => {
    expect(await fill(memoryRequests(draft()))).toEqual({ refused: 'registers/none' });
  });
});

describe('at a counter', () => {
  const filedBy = {
    account: officer.account,
    iin: '840621300036',
    role: 'mio-officer',
    place: officer.office!,
  } as const;
  const visit = (fullName: string) => {
    const { account: _, ...applicant } = draft().applicant;
    const akmola = 'akmola-unemployed-certificate';
    const { version } = findService(akmola, PRESENT)!;
    const more = { service: akmola, regulationVersion: version, channel: 'mio', filedBy };
    return memoryRequests(started({ ...more, applicant: { ...applicant, fullName } }));
  };

  it("the visitor's name gets the register's spelling", async () => {
    const seen = bodyOf(contract, await fill(visit('ДЕМО Азамат Үлгіұлы'), { consent: true }, officer));
    expect(seen).toMatchObject({
      applicant: { fullName: told.fullName },
      registerData: { marks: { [VISITOR]: { entered: 'register' } }, enteredBy: { role: 'mio-officer' } },
    });
  });

  it('another name stays as the identity document has it, marked', async () => {
    const seen = bodyOf(contract, await fill(visit('Сынақ Асан'), { consent: true }, officer));
    expect(seen).toMatchObject({
      applicant: { fullName: 'Сынақ Асан' },
      registerData: { marks: { [VISITOR]: { entered: 'by-hand', differs: true } } },
    });
  });
});

describe('questions are bounded', () => {
  it('for a draft: one more than allowed waits until tomorrow', async () => {
    const requests = memoryRequests(started());
    for (let n = 0; n < ASKED_FOR_DRAFT; n += 1)
      expect(await fill(requests, { consent: true, again: true })).toHaveProperty('body');
    expect(await fill(requests, { consent: true, again: true })).toEqual({
      refused: 'registers/too-many',
      retryAfter: 19 * 3600 - 60,
    });
    expect(questions).toHaveLength(ASKED_FOR_DRAFT);
    expect(await fill(requests, { consent: true, again: true }, citizen, { minutes: 24 * 60 })).toHaveProperty('body');
  });

  it('for an account, whatever its drafts are', async () => {
    const counted = newcomer();
    for (let n = 0; n < ASKED_BY.citizen; n += 1)
      expect(await fill(memoryRequests(started()), { consent: true }, citizen, { counted })).toHaveProperty('body');
    const refused = await fill(memoryRequests(started()), { consent: true }, citizen, { counted });
    expect(refused).toMatchObject({ refused: 'registers/too-many' });
    expect(questions).toHaveLength(ASKED_BY.citizen);
  });

  it('and only whose draft it is may ask', async () => {
    expect(await fill(memoryRequests(started()), { consent: true }, stranger)).toEqual({ refused: 'request/unknown' });
    expect(await fill(memoryRequests(started()), { consent: true }, officer)).toHaveProperty('refused');
    expect(questions).toEqual([]);
  });
});

it('a discarded draft keeps nothing that a register told', async () => {
  const requests = memoryRequests(started());
  await fill(requests);
  const gone = must(discard((await requests.find(id))!, 'discarded', after(3)));
  expect(JSON.stringify(gone)).not.toContain('099000001');
});
