import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { contract } from '../../../../functions/decisions/sign-outputs/contract.ts';
import { signOutputs } from '../../../../functions/decisions/sign-outputs/sign-outputs.ts';
import type { Answered } from '../../../../lib/adapters/http/serve.ts';
import { SIGNED } from '../../../../lib/adapters/http/views/signed-view.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { changeRequest } from '../../../../lib/domain/request/change.ts';
import { isDecided } from '../../../../lib/domain/request/request.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import type { Signer } from '../../../../lib/signing/signer-info.ts';
import { accountOf, after, saule } from '../../../lib/adapters/identity/people.ts';
import { binOf, sign } from '../../../lib/adapters/trust/authority.ts';
import { after as later, created, must, opened, serik } from '../../../lib/domain/request/example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { openSigningScene, type SigningScene } from '../../signing-scene.ts';

let scene: SigningScene;
let own: Signer;
beforeAll(async () => {
  scene = await openSigningScene();
  own = await scene.authority.issue(saule, 'signature', 'employee');
});
afterAll(() => scene.close());

const officer = {
  ...accountOf(saule, 'mio-officer', 'shymkent'),
  id: serik.account,
  mandate: { from: after(0).toISOString(), until: after(7201).toISOString(), office: 'shymkent', by: 'head-bakyt' },
};
const caller: Caller = { account: officer.id, role: 'mio-officer', office: 'shymkent', session: 's' };
const pdfOf = (id: string) => Buffer.from(`%PDF-1.7 the document of ${id}`);
let made = 0;

/** A request whose output waits for the signature of whoever has claimed it. */
async function waiting(by = serik): Promise<string> {
  made += 1;
  const id = `01KAH7M000000000000000${String(made).padStart(4, '0')}`;
  const claimed = must(claim(opened(created(), '12-mio-sign', 'sign', id), by, later(11)));
  if (!isDecided(claimed) || !claimed.output) throw new Error('there is no output');
  const sha256 = createHash('sha256').update(pdfOf(id)).digest('hex');
  const file = { key: `${id}/output.pdf`, sha256, size: pdfOf(id).length, signer: serik.account };
  await scene.documents.write(file.key, pdfOf(id), 'application/pdf');
  await scene.requests.add({ ...claimed, id, version: 0, output: { ...claimed.output, file } });
  return id;
}

interface Sent {
  readonly id: string;
  readonly cms: Buffer;
}
const signed = (id: string, content = pdfOf(id)): Sent => ({ id, cms: Buffer.from(sign(own, content)) });

/** The machine goes on at once: the work is gone when the next call looks. */
const goOn = async (token: string) =>
  void (await changeRequest(scene.requests, token, (request) => {
    if (!isDecided(request)) return request;
    const { work: _, pending: __, ...after } = request;
    return after;
  }));

/** @param seconds what each check takes */
function place(seconds = 0) {
  const counted = { checks: 0, signals: [] as string[] };
  const check = scene.checkEds();
  const needs = {
    ...{ requests: scene.requests, documents: scene.documents, refused: scene.refused, binOf, stamps: true },
    checkEds: async (each: Parameters<typeof check>[0]) => {
      counted.checks += 1;
      return check(each);
    },
    now: after(7200),
    clock: () => new Date(after(7200).getTime() + counted.checks * seconds * 1000),
    accounts: { find: async () => officer, absencesAt: async () => [] },
    findService,
    machines: {
      signal: async (token: string) => {
        counted.signals.push(token);
        await goOn(token);
      },
    },
  };
  const send = (work: readonly Sent[], by = caller) =>
    signOutputs(
      asked({ body: contract.body.parse({ work: work.map(({ id, cms }) => ({ id, cms: cms.toString('base64') })) }) }),
      by,
      needs,
    );
  return { counted, send };
}
type Answer = Awaited<ReturnType<ReturnType<typeof place>['send']>>;
const outcomesOf = (answer: Answer) =>
  bodyOf(contract, answer).work.map(({ done, problem }) => (done ? 'done' : problem?.code));
async function signatureOf(id: string) {
  const request = await scene.requests.find(id);
  return request && isDecided(request) ? request.output?.signature : undefined;
}

it('signs each over its own bytes, with its evidence; one bad signature spoils nothing', async () => {
  const ids = [await waiting(), await waiting(), await waiting()];
  const work = [signed(ids[0]!), signed(ids[1]!, pdfOf(ids[0]!)), signed(ids[2]!)];
  const { send, counted } = place();
  const answer = await send(work);
  const expected = ['done', 'eds/failed', 'done'];
  expect(outcomesOf(answer)).toEqual(expected);
  expect(bodyOf(contract, answer).work[1]?.problem).toMatchObject({ status: 422, text: expect.any(String) });
  expect((answer as Answered).acts).toEqual(ids.map((request, n) => ({ request, outcome: expected[n] })));
  expect(await signatureOf(ids[1]!)).toBeUndefined();
  expect((await scene.requests.find(ids[1]!))?.events.at(-1)).toMatchObject({ code: 'signature-refused' });
  for (const n of [0, 2]) {
    const signature = await signatureOf(ids[n]!);
    expect(await scene.expectReplay(signature!)).toMatchObject({ verdict: 'passed' });
    expect(Buffer.from(await scene.documents.read(signature!.key)).equals(work[n]!.cms)).toBe(true);
  }
  expect(counted.signals).toHaveLength(2);
});

it('the same again is the same answer: what is signed is not checked once more', async () => {
  const ids = [await waiting(), await waiting()];
  const work = [signed(ids[0]!), signed(ids[1]!, Buffer.from('other bytes'))];
  const { send, counted } = place();
  const first = bodyOf(contract, await send(work));
  const kept = await signatureOf(ids[0]!);
  expect(bodyOf(contract, await send(work))).toEqual(first);
  expect(await signatureOf(ids[0]!)).toEqual(kept);
  expect(counted.checks).toBe(3);
});

it('the same call twice at the same time, or one document twice in a call, signs once', async () => {
  const ids = [await waiting(), await waiting()];
  const work = ids.map((id) => signed(id));
  const { send } = place();
  const answers = await Promise.all([send([...work, work[0]!]), send(work)]);
  for (const answer of answers) expect(new Set(outcomesOf(answer))).toEqual(new Set(['done']));
  const request = await scene.requests.find(ids[0]!);
  expect(request?.events.filter(({ code }) => code === 'output-signed')).toHaveLength(1);
});

it('what the caller has not claimed is refused before any signature is checked', async () => {
  const theirs = await waiting({ ...serik, account: 'gulnar', name: 'Демо Гүлнар' });
  const { send, counted } = place();
  const answer = await send([signed(theirs), signed('01KAH7M0000000000000009999')]);
  expect(outcomesOf(answer)).toEqual(['work/claimed', 'work/unknown']);
  expect(counted.checks).toBe(0);
});

it('another officer gets nothing of a signature that was taken before', async () => {
  const id = await waiting();
  const { send } = place();
  await send([signed(id)]);
  const cms = Buffer.from(await scene.documents.read((await signatureOf(id))!.key));
  expect(outcomesOf(await send([{ id, cms }]))).toEqual(['done']);
  expect(outcomesOf(await send([{ id, cms }], { ...caller, office: 'turkestan' }))).toEqual(['work/unknown']);
});

it('stops in good time: the rest are told to be sent again, and then they are signed', async () => {
  const work = await Promise.all(Array.from({ length: 4 }, async () => signed(await waiting())));
  const { send } = place(7);
  const expected = ['done', 'done', 'work/not-tried', 'work/not-tried'];
  expect(outcomesOf(await send(work))).toEqual(expected);
  expect(await signatureOf(work[3]!.id)).toBeUndefined();
  expect(outcomesOf(await place(0).send(work))).toEqual(['done', 'done', 'done', 'done']);
});

it('takes as many as are allowed in one call, and no more', async () => {
  const work = await Promise.all(Array.from({ length: SIGNED }, async () => signed(await waiting())));
  expect(new Set(outcomesOf(await place().send(work)))).toEqual(new Set(['done']));
  const many = Array.from({ length: SIGNED + 1 }, (_, n) => ({ id: work[n % SIGNED]!.id, cms: 'MAA=' }));
  expect(contract.body.safeParse({ work: many }).success).toBe(false);
});
