import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { changePassword } from '../../../../functions/accounts/change-password/change-password.ts';
import { listRequests } from '../../../../functions/cabinet/list-requests/list-requests.ts';
import { registerAccount } from '../../../../functions/accounts/register-account/register-account.ts';
import { openProof } from '../../../../functions/identity/sign-in-eds/prove-account.ts';
import { signIn } from '../../../../functions/identity/sign-in/sign-in.ts';
import { sweep } from '../../../../functions/schedule/sweep/sweep.ts';
import { openDueItems } from '../../../../lib/adapters/dynamo/due-items.ts';
import type { Answered } from '../../../../lib/adapters/http/serve.ts';
import { openQueueCheck } from '../../../../lib/adapters/dynamo/queue-check.ts';
import { openRequests } from '../../../../lib/adapters/dynamo/requests.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { openAttempts } from '../../../../lib/adapters/identity/attempts.ts';
import { newSalt } from '../../../../lib/adapters/identity/secrets.ts';
import { seedAccount } from '../../../../lib/adapters/identity/seed-account.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { setPassword } from '../../../../lib/domain/identity/changes.ts';
import { Grant } from '../../../../lib/domain/identity/session.ts';
import type { Mail } from '../../../../lib/domain/notice/mail.ts';
import { isRefusal, type Refusal } from '../../../../lib/domain/problem/problem.ts';
import { startDraft } from '../../../../lib/domain/request/draft/draft.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { submit } from '../../../../lib/domain/request/submission/submission.ts';
import { authorize } from '../../../../functions/identity/authorize/authorize.ts';
import { grantsOver } from '../../../lib/adapters/identity/grants-over.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, after, daniyar, password, saule } from '../../../lib/adapters/identity/people.ts';
import { must, submission } from '../../../lib/domain/request/example.ts';
import { noDocuments, unstamped } from '../../../lib/adapters/trust/unstamped.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeEach(async () => (table = await openMemoryTable()));
afterEach(() => table.close());

let count = 0;
const newId = () => `made-${++count}`;
const proof = { iin: saule, commonName: 'АХМЕТОВА САУЛЕ' };
const typed = { iin: saule, fullName: 'Өтірік Біреу', email: 'stranger@example.kz', phone: '+77010000000' };

/** The steps of these tests, by who takes them. */
function scene() {
  const accounts = openAccounts(table);
  const requests = openRequests(table);
  const { grants, tokens, sessions } = grantsOver(table);
  const attempts = openAttempts(table, wait);
  const mails: (readonly [string, Mail])[] = [];
  const granted = (answered: Answered | Refusal) => {
    if (isRefusal(answered)) throw new Error(answered.refused);
    return Grant.parse(answered.body);
  };
  const enter = (iin: string, secret: string, now = after(60)) =>
    signIn({ body: { iin, password: secret }, sourceIp: '203.0.113.7' }, { accounts, attempts, grants, now });
  return {
    ...{ accounts, requests, grants, tokens, sessions, attempts, mails, granted, enter },
    /** A stranger registers another person's IIN. */
    async squat() {
      const body = { ...typed, password, language: 'kk' as const };
      const answered = await registerAccount({ body }, { accounts, now: after(0), newId, newSalt });
      if (isRefusal(answered)) throw new Error(answered.refused);
      return granted(await enter(saule, password));
    },
    prove: (now = after(600)) => openProof({ accounts, requests, newId })(proof, now),
    is: async (token: string, now = after(700)): Promise<Caller | 'out'> => {
      const caller = await tokens.verify(token, now);
      if (!caller) return 'out';
      const event = {
        headers: { authorization: `Bearer ${token}` },
        methodArn: 'arn',
        requestContext: { httpMethod: 'GET', resourcePath: '/account' },
      };
      const decision = authorize(event as never, { tokens, sessions, accounts, staffSignIn: 'either', now });
      return decision.then(
        () => caller,
        () => 'out',
      );
    },
    sweep: () =>
      sweep({
        due: openDueItems(table),
        requests,
        accounts,
        sendMail: async (to, mail) => (mails.push([to, mail]), true),
        register: { record: async () => undefined, prove: async () => undefined },
        digestOf: async (secret) => secret,
        newSecret: () => 'secret',
        codeDigestOf: async (code) => code,
        newCode: () => '123456',
        ...{ documents: noDocuments, extend: unstamped, renew: unstamped },
        attachments: { list: async () => [], remove: async () => undefined as never },
        machines: { start: async () => undefined, signal: async () => 'signalled' },
        findService: () => undefined,
        publicUrl: 'https://a.example',
        now: after(700),
        timeLeft: () => 50_000,
        queueCheck: openQueueCheck(table),
        queues: [],
        places: [],
      }),
    listOf: async (account: string) => {
      const asked = { query: { limit: 20 } } as never;
      const caller: Caller = { account, role: 'applicant', session: 's' };
      const { body } = await listRequests(asked, caller, { requests, now: after(700) });
      return (body as { requests: { id: string }[] }).requests.map(({ id }) => id).toSorted();
    },
    /** A draft of the account; with `signerIin` it is submitted with that person's EDS. */
    async file(id: string, account: string, signerIin?: string): Promise<Request> {
      const applicant = { account, iin: saule, fullName: typed.fullName, email: typed.email, language: 'kk' as const };
      const service = 'south-kazakhstan-unemployed-certificate';
      const place = { service, regulationVersion: '0123456789ab', channel: 'portal', office: 'shymkent' };
      const draft = startDraft({ id, ...place, applicant, paper: false, form: {} }, after(100));
      await requests.add(draft);
      if (signerIin === undefined) return draft;
      const submitted = must(submit(draft, { ...submission(draft), signerIin }));
      await requests.replace({ ...submitted, version: 1 }, draft);
      return submitted;
    },
  };
}

describe('the first sign-in by EDS to an account that anybody may have registered', () => {
  it('ends its password and its sessions, and takes the name from the certificate and nothing else from the stranger', async () => {
    const { squat, prove, is, enter, grants, accounts } = scene();
    const stranger = await squat();
    expect(await is(stranger.accessToken)).toMatchObject({ account: stranger.account });
    const owner = await prove();
    expect(owner).toEqual({
      id: expect.not.stringMatching(stranger.account),
      iin: saule,
      fullName: 'АХМЕТОВА САУЛЕ',
      language: 'kk',
      role: 'applicant',
      createdAt: after(600).toISOString(),
      confirmed: { at: after(600).toISOString(), name: 'АХМЕТОВА САУЛЕ' },
      formerly: stranger.account,
      events: [{ at: after(600).toISOString(), code: 'taken-over' }],
    });
    expect(await is(stranger.accessToken)).toBe('out');
    expect(await grants.renew(stranger.refreshToken, after(700))).toEqual({ refused: 'session/expired' });
    expect(await enter(saule, password, after(700))).toMatchObject({ refused: 'session/refused' });
    expect((await accounts.credentialsOf(stranger.account))?.passwordHash).toBeUndefined();
  });

  it('does so once: the next one finds the same person, who is never replaced again', async () => {
    const { squat, prove } = scene();
    await squat();
    const owner = await prove();
    expect(await prove(after(900))).toEqual(owner);
  });

  it('makes one account when many come at the same time, and when one stopped half-way', async () => {
    const { squat, prove, accounts } = scene();
    const stranger = await squat();
    const owners = await Promise.all(Array.from({ length: 8 }, () => prove()));
    expect(new Set(owners.map((owner) => owner?.id)).size).toBe(1);
    expect(await accounts.findByIin(saule)).toEqual(owners[0]);
    // As if the last write had not happened, so that the IIN does not lead to the heir: the password opens nothing, and
    // the next EDS continues.
    await accounts.lead(saule, owners[0]?.id ?? '', stranger.account);
    expect(await scene().enter(saule, password, after(700))).toMatchObject({ refused: 'session/refused' });
    expect(await prove(after(800))).toEqual(owners[0]);
    expect(await accounts.findByIin(saule)).toEqual(owners[0]);
  });

  it('makes a session invalid that was just being opened with the old password', async () => {
    const { squat, prove, accounts, grants, is } = scene();
    await squat();
    const read = await accounts.findCredentials(saule);
    await prove();
    const late = await grants.start(read!.account, 'password', after(601));
    expect(await is(late.accessToken)).toBe('out');
    expect(await grants.renew(late.refreshToken, after(602))).toEqual({ refused: 'session/expired' });
  });

  it('shows the owner what has their EDS, and shows neither what the other began', async () => {
    const { squat, prove, file, listOf, requests } = scene();
    const { account: stranger } = await squat();
    await file('draft', stranger);
    await file('signed', stranger, saule);
    await file('signed-by-another', stranger, daniyar);
    const unproved = await file('found-wanting', stranger, saule);
    const turned = unproved as Extract<Request, { state: 'submitted' }>;
    await requests.replace(
      { ...turned, version: 2, state: 'turned-away', because: 'eds-unconfirmed', closedAt: after(200).toISOString() },
      { ...turned, version: 1 },
    );
    const owner = await prove();
    expect(await listOf(owner!.id)).toEqual(['signed']);
    expect(await requests.find('signed')).toMatchObject({ applicant: { account: owner!.id, iin: saule } });
    expect((await requests.find('signed'))?.applicant.email).toBeUndefined();
    expect((await requests.find('signed'))?.events.at(-1)).toEqual({
      at: after(600).toISOString(),
      code: 'taken-over',
      by: owner!.id,
      as: { role: 'applicant' },
    });
    await file('owners', owner!.id);
    expect(await listOf(stranger)).toEqual(['draft', 'found-wanting', 'signed-by-another']);

    // It was still being submitted when the account was taken over.
    await file('late', stranger, saule);
    await prove(after(900));
    expect(await listOf(owner!.id)).toEqual(['late', 'owners', 'signed']);
  });

  it('finds everything in an account that a stranger filled: each sign-in continues where the last one stopped', async () => {
    const { squat, file, listOf, accounts, requests } = scene();
    const { account: stranger } = await squat();
    await file('a-signed', stranger, saule);
    for (let i = 0; i < 25; i += 1) await file(`draft-${i}`, stranger);
    // Pages of one item instead of a thousand.
    const one: typeof requests.listByApplicant = (of, page) => requests.listByApplicant(of, { ...page, limit: 1 });
    const prove = openProof({ accounts, requests: { ...requests, listByApplicant: one }, newId });
    const owner = await prove(proof, after(600));
    expect(await listOf(owner!.id)).toEqual([]);
    expect((await accounts.find(owner!.id))?.adoptFrom).toHaveLength(2);
    await prove(proof, after(700));
    expect(await listOf(owner!.id)).toEqual(['a-signed']);
    expect((await accounts.find(owner!.id))?.adoptFrom).toBeUndefined();
  });

  it('succeeds even if a stranger fills the account, and sends no mail because of that', async () => {
    const { squat, prove, accounts, sweep, mails } = scene();
    const { account: stranger } = await squat();
    for (let i = 0; i < 60; i += 1)
      await accounts.change(stranger, (kept) => setPassword(kept, `hash ${i}`, after(100 + i)));
    expect((await accounts.find(stranger))?.events).toHaveLength(20);
    await sweep();
    // The code that the registration asked for, and nothing to an address that nobody has proved to read.
    expect(mails.map(([, { subject }]) => subject)).toEqual(['Мекенжайды растау коды / Код для подтверждения адреса']);
    expect(await prove()).toMatchObject({ formerly: stranger });
    await sweep();
    expect(mails).toHaveLength(1);
  });

  it('tells the former address once, without personal data', async () => {
    const { squat, prove, accounts, sweep, mails } = scene();
    const { account: stranger } = await squat();
    await accounts.change(stranger, (kept) => ({ ...kept, account: { ...kept.account, email: typed.email } }));
    await prove();
    expect(await sweep()).toEqual({ swept: 1, failed: 0, stuck: 0 });
    expect(await sweep()).toEqual({ swept: 0, failed: 0, stuck: 0 });
    expect(mails.map(([to]) => to)).toEqual([typed.email]);
    const [, { subject, text, html }] = mails[0]!;
    expect(subject).toBe('Есептік жазба ЭЦҚ арқылы расталды / Учётная запись подтверждена ЭЦП');
    for (const personal of [saule, 'Өтірік', 'АХМЕТОВА', typed.phone])
      expect(`${subject}${text}${html}`).not.toContain(personal);
  });

  it('keeps the account from being registered again, by the owner’s IIN or half-way', async () => {
    const { squat, prove, accounts } = scene();
    await squat();
    await prove();
    const again = { body: { ...typed, password: 'тағы-бір-құпия-сөз', language: 'ru' as const } };
    expect(await registerAccount(again, { accounts, now: after(800), newId, newSalt })).toEqual({
      refused: 'account/exists',
    });
  });

  it('lets the owner set their own password, which then opens the account', async () => {
    const { squat, prove, grants, tokens, sessions, accounts, attempts, enter } = scene();
    await squat();
    const owner = await prove();
    const { accessToken } = await grants.start(owner!, 'eds', after(600));
    const caller = await tokens.verify(accessToken, after(601));
    const body = { newPassword: 'сырдария-жағасында' };
    const needs = { accounts, attempts, sessions, grants, now: after(601), newSalt };
    expect(await changePassword({ body, sourceIp: '203.0.113.7' }, caller!, needs)).toMatchObject({
      body: { account: owner!.id },
    });
    expect(await enter(saule, 'сырдария-жағасында', after(602))).toMatchObject({ body: { account: owner!.id } });
    expect(await enter(saule, password, after(602))).toMatchObject({ refused: 'session/refused' });
  });
});

describe("the first sign-in by EDS to an employee's account", () => {
  it('keeps account and work, and ends the password that two people know', async () => {
    const { accounts, enter, granted, is, prove, sweep, mails } = scene();
    const hired = { ...accountOf(saule, 'mio-officer', 'otyrar'), createdBy: 'administrator', email: 'o@example.kz' };
    await seedAccount(table, hired, password);
    const before = granted(await enter(saule, password));
    const proved = await prove();
    // Only the administrator has said what follows the certificate's name.
    expect(proved).toMatchObject({ id: hired.id, role: 'mio-officer', office: 'otyrar', fullName: 'АХМЕТОВА САУЛЕ' });
    expect(proved?.confirmed).toEqual({ at: after(600).toISOString(), name: 'АХМЕТОВА САУЛЕ' });
    expect(await is(before.accessToken)).toBe('out');
    expect(await enter(saule, password, after(700))).toMatchObject({ refused: 'session/refused' });
    expect(await prove(after(800))).toEqual(proved);
    await sweep();
    expect(mails).toHaveLength(1);
    expect(await accounts.findByIin(saule)).toMatchObject({ events: [{ code: 'confirmed' }] });
  });

  it('corrects a name that is not the certificate’s', async () => {
    const { prove } = scene();
    await seedAccount(table, { ...accountOf(saule, 'auditor'), createdBy: 'a', fullName: 'Ахметова Саул' }, password);
    expect(await prove()).toMatchObject({ fullName: 'АХМЕТОВА САУЛЕ' });
  });

  it('with a key that belongs to nobody opens nothing', async () => {
    expect(await scene().prove()).toBeUndefined();
  });
});
