import { describe, expect, it } from '@jest/globals';
import { PROOFS_AT_ONCE } from '../../../../functions/schedule/sweep/add-proof.ts';
import { renewRequest, type RenewingNeeds } from '../../../../functions/schedule/sweep/renew-request.ts';
import { isSubmitted, type Request } from '../../../../lib/domain/request/request.ts';
import { endingIn } from '../../../../lib/domain/signature/renewal.ts';
import { handedOut, keepStamp } from '../../../../lib/domain/signature/stamp.ts';
import { noDocuments, stampedAt, unstamped } from '../../../lib/adapters/trust/unstamped.ts';
import { logLines } from '../../../lib/adapters/log-lines.ts';
import { complained, signedWord } from '../../../lib/domain/request/complaint-example.ts';
import { after, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';

const day = 24 * 60;
const life = (days: number) => ({ until: after(days * day).toISOString(), endsBy: 'tsa-certificate' }) as const;
const part = '0000000000000000';
/** Stamped at the beginning; the proof lives for 400 days, so it is renewed from the 35th day on. */
const signatureOf = (name: string) => ({
  ...{ cmsKey: `${name}/signature.p7s`, contentKey: `${name}/c`, at: after(0).toISOString() },
  stamp: keepStamp({ part, at: after(0).toISOString(), proof: life(400) }, after(0)),
});
const keyOf = (name: string) => `${name}/signature.extended.${part}.p7s`;

/** With so many signatures: that of the application, and of words of complaints. */
function scene(names: readonly string[]): Request {
  const request = complained(numbered());
  if (!isSubmitted(request) || !request.complaints) throw new Error('nobody complained');
  const [first, ...rest] = names;
  const [complaint] = request.complaints;
  const complaints = rest.map((name) => ({
    ...complaint!,
    id: name,
    signed: { ...signedWord(1), ...signatureOf(name) },
  }));
  return { ...request, submission: { ...request.submission, ...signatureOf(first!) }, complaints };
}

/** An authority by whose archive timestamp a proof lives so many days. */
const renewing =
  (days: number, octet = 1): RenewingNeeds['renew'] =>
  async (...signature) => {
    const brought = await stampedAt(after(0).toISOString())(...signature);
    if (!('cms' in brought)) throw new Error('nothing came');
    const proof = { ...life(days), restsOn: 'archive-timestamp' } as const;
    const signer = {
      verdict: 'passed',
      checks: [],
      referenceTime: '',
      referenceTimeSource: 'timestamp',
      proof,
    } as const;
    return { ...brought, cms: Uint8Array.of(octet), report: { ...brought.report, signers: [signer] } };
  };

function onDay(days: number, request: Request, more: Partial<RenewingNeeds> = {}) {
  const requests = more.requests ?? memoryRequests(request);
  const needs = {
    ...{ requests, documents: noDocuments, renew: renewing(2000) },
    register: { prove: async () => undefined },
    ...{ now: after(days * day), timeLeft: () => 50_000, ...more },
  };
  return async () => {
    await renewRequest((await requests.find(request.id))!, needs);
    return (await requests.find(request.id))!;
  };
}
/** Renewed ones are spread over a month: the digits of one octet are 4bf5…. */
const dayOf = (instant: string) => Math.floor((Date.parse(instant) - after(0).getTime()) / 86_400_000);
const daysOf = (request: Request) => endingIn(request).map(({ renewAt }) => dayOf(renewAt));

it('renews a bounded number of signatures in a visit; the others stay due', async () => {
  const names = Array.from({ length: PROOFS_AT_ONCE + 1 }, (_, n) => `s${n}`);
  const run = onDay(40, scene(names));
  expect(daysOf(await run())).toEqual([1643, 1643, 1643, 1643, 35]);
  expect(daysOf(await run())).toEqual([1643, 1643, 1643, 1643, 1643]);
});

it('does nothing before the time has come', async () => {
  const run = onDay(34, scene(['a']), { renew: () => Promise.reject(new Error('it is asked')) });
  expect((await run()).version).toBe(scene(['a']).version);
});

it('one that fails for ever does not stop the others, and comes later', async () => {
  const read = async (key: string) => {
    if (key.startsWith('bad/')) throw new Error('it cannot be read');
    return new Uint8Array();
  };
  const run = onDay(40, scene(['bad', 'good']), { documents: { ...noDocuments, read } });
  const renewed = await run();
  expect(daysOf(renewed)).toEqual([70, 1643]);
  expect((await run()).version).toBe(renewed.version);
});

it('begins no signature when the run’s time is nearly over', async () => {
  const left = [20_000, 9000];
  expect(daysOf(await onDay(40, scene(['a', 'b']), { timeLeft: () => left.shift() ?? 0 })())).toEqual([1643, 35]);
});

describe('what does not live longer', () => {
  it.each([
    ['no authority answers', unstamped],
    ['the renewed one ends at the same time', renewing(400)],
    ['the renewal says so', async () => ({ lacks: 'longer' }) as const],
  ] as const)('is discarded and tried a month later: %s; a line says how long is left', async (_, renew) => {
    const request = scene(['a']);
    const run = onDay(40, request, { renew });
    let tried = request;
    const lines = await logLines(async () => void (tried = await run()));
    expect(daysOf(tried)).toEqual([70]);
    if (!isSubmitted(tried)) throw new Error('it is not submitted');
    expect(handedOut(tried.submission)).toBe(keyOf('a'));
    expect(lines.filter(({ message }) => message === 'unrenewed')).toMatchObject([{ request: request.id, days: 360 }]);
    expect((await run()).version).toBe(tried.version);
  });

  it('is not tried after its end', async () => {
    const run = onDay(500, scene(['a']), { renew: unstamped });
    const lines = await logLines(run);
    expect(lines.filter(({ message }) => message === 'unrenewed')).toMatchObject([{ days: 0 }]);
    expect(daysOf(await run())).toEqual([]);
  });

  it('is what is said of, not what was renewed', async () => {
    expect((await logLines(onDay(40, scene(['a'])))).filter(({ message }) => message === 'unrenewed')).toEqual([]);
  });
});

it('a run that dies between the bucket and the table is repeated; the earlier signature stays what people are handed', async () => {
  const written: string[] = [];
  const documents = { ...noDocuments, write: async (key: string) => void written.push(key) as never };
  const request = scene(['a']);
  const known = memoryRequests(request);
  const dead = { ...known, replace: () => Promise.reject(new Error('the process has died')) };
  await expect(onDay(40, request, { requests: dead, documents })()).rejects.toThrow('died');
  expect(daysOf((await known.find(request.id))!)).toEqual([35]);
  const renewed = await onDay(41, request, { requests: known, documents, renew: renewing(2000, 2) })();
  expect(new Set([...written, keyOf('a')]).size).toBe(3);
  if (!isSubmitted(renewed)) throw new Error('it is not submitted');
  expect(handedOut(renewed.submission)).toBe(written[1]);
});

it('what another run has renewed meanwhile stays', async () => {
  const request = scene(['a']);
  const known = memoryRequests(request);
  const renew: RenewingNeeds['renew'] = async (...given) => {
    await onDay(40, request, { requests: known })();
    return renewing(3000, 2)(...given);
  };
  expect(daysOf(await onDay(40, request, { requests: known, renew })())).toEqual([1643]);
});
