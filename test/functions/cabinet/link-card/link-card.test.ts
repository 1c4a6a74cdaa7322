import { beforeAll, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/link-card/contract.ts';
import { linkCard } from '../../../../functions/cabinet/link-card/link-card.ts';
import { documentOf } from '../../../../lib/adapters/output/write-output.ts';
import { makeCard } from '../../../../lib/adapters/pdf/card/make-card.ts';
import { renderOutput } from '../../../../lib/adapters/pdf/render.ts';
import { readAttachments } from '../../../../lib/card/pdf/attachments.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { sha256Hex } from '../../../../lib/domain/digest/sha256.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { places } from '../../../../lib/domain/regulation/places.ts';
import type { DecidedRequest, Request } from '../../../../lib/domain/request/request.ts';
import { extendedKey, type Stamp } from '../../../../lib/domain/signature/stamp.ts';
import { openExample } from '../../../../lib/local/cards/example-signatures.ts';
import { certificate } from '../../../lib/domain/output/samples.ts';
import { readPdfText } from '../../../lib/domain/output/read-pdf.ts';
import { accepted, after, signed } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { deliver } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accountsOf, auditor, citizen, elsewhere, officer, officerAccount, stranger } from '../../cast.ts';

const publicUrl = 'https://akimat.example';
const now = after(90);
const kept: Stamp = { state: 'kept', part: 'first', at: after(20).toISOString() };
const awaited: Stamp = { state: 'awaited', tries: 0, nextAt: after(22).toISOString() };

let example: Awaited<ReturnType<typeof openExample>>;
let request: DecidedRequest;
let bytes: Uint8Array;
let cms: Uint8Array;
beforeAll(async () => {
  example = await openExample('rsa', after(20));
  const made = deliver(accepted(), {}, 19) as DecidedRequest;
  const issued = { ...made, output: { ...made.output!, number: certificate.number } };
  const service = findService(issued.service, issued.regulationVersion)!;
  bytes = await renderOutput(documentOf(issued, service, { places, publicUrl }, officerAccount));
  cms = await example.sign(bytes, { at: after(20) });
  const file = { key: 'pdf', sha256: sha256Hex(bytes), size: bytes.length, signer: officerAccount.id };
  request = { ...issued, output: { ...issued.output, file } };
});

const withStamp = (stamp?: Stamp): Request => ({
  ...request,
  output: { ...request.output!, signature: { ...request.output!.signature!, ...(stamp && { stamp }) } },
});

interface Asking {
  readonly of?: Request;
  readonly caller?: Caller;
  readonly id?: string;
  readonly language?: 'kk' | 'ru';
  readonly pages?: 'all' | 'information';
  readonly signature?: Uint8Array;
  readonly accounts?: ReturnType<typeof accountsOf>;
}
function ask(store: Map<string, Uint8Array>, { of = withStamp(kept), caller = citizen, ...more }: Asking = {}) {
  store.set('pdf', bytes).set(extendedKey('cms', 'first'), more.signature ?? cms);
  let drawn = 0;
  const answered = linkCard(
    asked({
      params: { id: more.id ?? of.id },
      query: { pages: more.pages ?? 'all', ...(more.language && { language: more.language }) },
    }),
    caller,
    {
      requests: memoryRequests(of),
      accounts: more.accounts ?? accountsOf(officerAccount),
      documents: {
        has: async (key) => store.has(key),
        read: async (key) => store.get(key)!,
        write: async (key, body) => {
          drawn += 1;
          return void store.set(key, body as Uint8Array) as never;
        },
        link: async (key, name) => `https://bucket.example/${key}?${name}`,
      },
      material: async () => ({ certificates: [example.authority.root.certificate], crls: [] }),
      ...{ profile: example.profile, findService, places, renderOutput, makeCard, publicUrl, now },
    },
  );
  return answered.then((answer) => ({ answer, drawn }));
}
const cardIn = (store: Map<string, Uint8Array>) =>
  [...store].flatMap(([key, pdf]) => (key.includes('/card/') ? [pdf] : []));
const words = (text: string) => text.replaceAll(/\s+/g, ' ');

it('whoever may have the document gets the card with the very document and its extended signature', async () => {
  for (const caller of [citizen, officer, auditor]) {
    const store = new Map<string, Uint8Array>();
    const { answer } = await ask(store, { caller });
    const { number, document } = bodyOf(contract, answer);
    expect(number).toBe(certificate.number);
    expect(document.url).toMatch(
      /requests\/01KAH7M0+\/card\/SK-UC-2026-000123-77CNM07Z-K-[0-9a-f]{16}\.pdf\?SK-UC-2026-000123-77CNM07Z-K-card\.pdf$/,
    );
    const [pdf] = cardIn(store);
    const [first, second] = await readAttachments(pdf!);
    expect([first!.name, second!.name]).toEqual([`${number}.pdf`, `${number}.p7s`]);
    expect([Buffer.compare(first!.octets, bytes), Buffer.compare(second!.octets, cms)]).toEqual([0, 0]);
  }
});

it('shows the document as long as it is drawn the same, and leaves it out when it is not', async () => {
  const [store, other] = [new Map<string, Uint8Array>(), new Map<string, Uint8Array>()];
  await ask(store);
  await ask(other, { accounts: accountsOf({ ...officerAccount, fullName: 'Демо Басқа' }) });
  const [shown, left] = [store, other].map((each) => words(readPdfText(cardIn(each)[0]!).join(' ')));
  expect(shown).toContain('Визуализация электронного документа');
  expect(left).not.toContain('Визуализация электронного документа');
  expect(left).toContain('Карточка электронного документа');
});

it('is made once for each language, and again when the signature was renewed', async () => {
  const store = new Map<string, Uint8Array>();
  const counts = [
    await ask(store, { language: 'kk' }),
    await ask(store, { language: 'kk' }),
    await ask(store),
    await ask(store, { language: 'ru' }),
    await ask(store.set(extendedKey('cms', 'renewed'), cms), { of: withStamp({ ...kept, part: 'renewed' }) }),
  ].map(({ drawn }) => drawn);
  expect(counts).toEqual([1, 0, 1, 0, 1]);
  expect(words(readPdfText(cardIn(store)[0]!).join(' '))).toContain('Электрондық құжат карточкасы');
});

it('has the information block alone where that is asked for', async () => {
  const store = new Map<string, Uint8Array>();
  await ask(store, { pages: 'information' });
  const pages = readPdfText(cardIn(store)[0]!).map(words);
  expect(pages).toHaveLength(1);
  expect(pages[0]).not.toContain('Визуализация электронного документа');
  expect(pages[0]).toContain('подпись подлинника: ДЕМО АЗАМАТ');
  expect(await readAttachments(cardIn(store)[0]!)).toHaveLength(2);
  expect((await ask(store)).drawn).toBe(1);
});

it('comes after the timestamp', async () => {
  expect((await ask(new Map(), { of: withStamp(awaited) })).answer).toEqual({ refused: 'card/not-yet' });
});

it('is not possible where no timestamp will come, or the signature does not pass', async () => {
  const foreign = await example.sign(new TextEncoder().encode('other'));
  const plain = await example.signPlain(bytes);
  for (const [of, signature] of [
    [withStamp(), cms],
    [withStamp({ state: 'lost', tries: 700 }), cms],
    [withStamp(kept), foreign],
    [withStamp(kept), plain],
  ] as const) {
    const store = new Map<string, Uint8Array>();
    expect((await ask(store, { of, signature })).answer).toEqual({ refused: 'card/not-possible' });
    expect(cardIn(store)).toEqual([]);
  }
});

it('nobody gets one of a document that is not delivered, and others get "no such request"', async () => {
  expect((await ask(new Map(), { of: signed() })).answer).toEqual({ refused: 'output/not-ready' });
  for (const caller of [stranger, elsewhere])
    expect((await ask(new Map(), { caller })).answer).toEqual({ refused: 'request/unknown' });
  expect((await ask(new Map(), { id: absent })).answer).toEqual({ refused: 'request/unknown' });
});
