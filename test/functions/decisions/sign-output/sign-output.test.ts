import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { signOutput } from '../../../../functions/decisions/sign-output/sign-output.ts';
import type { BinOf } from '../../../../lib/adapters/trust/office-numbers.ts';
import type { Caller, Holder } from '../../../../lib/domain/access/roles.ts';
import { isDecided, type Request } from '../../../../lib/domain/request/request.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import { accountOf, after, daniyar, saule } from '../../../lib/adapters/identity/people.ts';
import { after as later, created, must, opened, serik } from '../../../lib/domain/request/example.ts';
import { demoBin } from '../../../../lib/local/demo/demo-number.ts';
import { binOf, sign } from '../../../lib/adapters/trust/authority.ts';
import { openSigningScene, type SigningScene } from '../../signing-scene.ts';

let scene: SigningScene;
beforeAll(async () => (scene = await openSigningScene()));
afterAll(() => scene.close());

const officer = {
  ...accountOf(saule, 'mio-officer', 'shymkent'),
  id: serik.account,
  mandate: { from: after(0).toISOString(), until: after(7201).toISOString(), office: 'shymkent', by: 'head-bakyt' },
};
const caller: Caller = { account: officer.id, role: 'mio-officer', office: 'shymkent', session: 's' };
const pdf = Buffer.from('%PDF-1.7 a document');

/** A request whose output waits for the officer's signature. */
async function waiting(id: string, named: { readonly signer?: string } = { signer: serik.account }): Promise<Request> {
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const claimed = must(claim(opened(created(), '12-mio-sign', 'sign', 'token-3'), serik, later(11)));
  if (!isDecided(claimed) || !claimed.output) throw new Error('there is no output');
  const output = {
    ...claimed.output,
    file: { key: `${id}/output.pdf`, sha256, size: pdf.length, ...named },
  };
  const request = { ...claimed, id, version: 0, output };
  await scene.documents.write(output.file.key, pdf, 'application/pdf');
  await scene.requests.add(request);
  return request;
}

interface Sending {
  readonly by?: Caller;
  readonly numbers?: BinOf;
  /** The caller's account as it is stored by now. */
  readonly stored?: Holder;
}

const send = (id: string, cms: Uint8Array, { by = caller, numbers = binOf, stored = officer }: Sending = {}) =>
  signOutput(
    {
      ...{ params: { id }, body: { cms: Buffer.from(cms).toString('base64') }, language: 'ru', sourceIp: '' },
      ...{ query: undefined, headers: undefined },
    },
    by,
    {
      ...{ requests: scene.requests, documents: scene.documents, refused: scene.refused },
      ...{ checkEds: scene.checkEds(), now: after(7200) },
      binOf: numbers,
      stamps: true,
      accounts: { find: async () => stored, absencesAt: async () => [] },
      machines: { signal: async () => {} },
      findService,
    },
  );

describe("the officer's signature of an output", () => {
  it('is of a document that names them: another has to be asked for first', async () => {
    const cms = sign(await scene.authority.issue(saule, 'signature', 'employee'), pdf);
    for (const [id, named] of [
      ['01KAH7M0000000000000000009', {}],
      ['01KAH7M0000000000000000008', { signer: 'another' }],
    ] as const) {
      await waiting(id, named);
      expect(await send(id, cms)).toEqual({ refused: 'output/not-ready' });
    }
  });

  it('is kept with its evidence, from which the report can be made again, byte for byte', async () => {
    const { id } = await waiting('01KAH7M0000000000000000002');
    const cms = sign(await scene.authority.issue(saule, 'signature', 'employee'), pdf);
    expect(await send(id, cms)).toMatchObject({ body: { id } });
    const request = await scene.requests.find(id);
    const signature = request && isDecided(request) ? request.output?.signature : undefined;
    expect(await scene.expectReplay(signature!)).toMatchObject({ verdict: 'passed' });
    expect(Buffer.from(await scene.documents.read(signature!.key)).equals(cms)).toBe(true);
  });

  it('is refused if its mandate was taken while it was checked, whatever the authorizer had read before', async () => {
    const { id } = await waiting('01KAH7M0000000000000000007');
    const cms = sign(await scene.authority.issue(saule, 'signature', 'employee'), pdf);
    const { mandate: _, ...stored } = officer;
    expect(await send(id, cms, { by: { ...caller, holder: officer }, stored })).toEqual({ refused: 'work/no-mandate' });
    const request = await scene.requests.find(id);
    expect(request && isDecided(request) && request.output?.signature).toBeUndefined();
  });

  it.each([
    ['of a private person', saule, 'individual', pdf, undefined],
    ['of another officer', daniyar, 'employee', pdf, undefined],
    ['over other bytes', saule, 'employee', Buffer.from('%PDF-1.7 another'), undefined],
    ['with the certificate of any firm', saule, 'employee', pdf, demoBin(2)],
    ['as the head of any firm', saule, 'firstHead', pdf, demoBin(3)],
  ] as const)('%s is refused, and the document stays unsigned', async (what, iin, role, content, bin) => {
    const { id } = await waiting(`01KAH7M00000000000000001${String(what.length).padStart(2, '0')}`);
    const cms = sign(await scene.authority.issue(iin, 'signature', role, bin), content);
    const answer = await send(id, cms);
    expect(answer).toMatchObject({ refused: 'eds/failed' });
    expect(JSON.stringify(answer)).not.toContain(iin);
    const request = await scene.requests.find(id);
    expect(request && isDecided(request) ? request.output?.signature : 'none').toBeUndefined();
    const refused = request?.events.at(-1);
    expect(refused).toMatchObject({ code: 'signature-refused', row: '12-mio-sign', by: officer.id });
    expect(refused?.facts?.['checks']).not.toBe('');
    const kept = `requests/${id}/output/${createHash('sha256').update(cms).digest('hex')}/report.json`;
    expect(JSON.parse(Buffer.from((await scene.refused.read(kept))!).toString())).toMatchObject({ verdict: 'failed' });
    expect(await scene.keys(`requests/${id}/output/`)).toEqual([]);
  });

  it('is refused before it is checked if the deployment has no BIN for the office', async () => {
    const { id } = await waiting('01KAH7M0000000000000000003');
    const cms = sign(await scene.authority.issue(saule, 'signature', 'employee'), pdf);
    expect(await send(id, cms, { numbers: async () => undefined })).toEqual({ refused: 'eds/office' });
  });

  it.each([
    ['employee', { refused: 'eds/failed' }],
    ['firstHead', { body: {} }],
  ] as const)('of a head needs the certificate of one: %s', async (role, expected) => {
    const { id } = await waiting(`01KAH7M00000000000000004${String(role.length).padStart(2, '0')}`);
    const cms = sign(await scene.authority.issue(saule, 'signature', role), pdf);
    expect(await send(id, cms, { by: { ...caller, role: 'mio-head' } })).toMatchObject(expected);
  });
});
