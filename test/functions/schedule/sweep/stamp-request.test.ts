import { expect, it } from '@jest/globals';
import { PROOFS_AT_ONCE } from '../../../../functions/schedule/sweep/add-proof.ts';
import { stampRequest, type StampingNeeds } from '../../../../functions/schedule/sweep/stamp-request.ts';
import { isSubmitted, type Request } from '../../../../lib/domain/request/request.ts';
import { awaitStamp, handedOut, unstampedIn } from '../../../../lib/domain/signature/stamp.ts';
import { logLines } from '../../../lib/adapters/log-lines.ts';
import { complained, signedWord } from '../../../lib/domain/request/complaint-example.ts';
import { after, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { noDocuments, stampedAt, unstamped } from '../../../lib/adapters/trust/unstamped.ts';

const stampOf = (name: string) => ({
  ...{ cmsKey: `${name}/signature.p7s`, contentKey: `${name}/c`, at: after(0).toISOString() },
  stamp: awaitStamp(after(0)),
});

/** With so many signatures without a timestamp: that of the application, and of a complaint's word and withdrawals. */
function scene(names: readonly string[]): Request {
  const request = complained(numbered());
  if (!isSubmitted(request) || !request.complaints) throw new Error('nobody complained');
  const [first, ...rest] = names;
  const [complaint] = request.complaints;
  const complaints = rest.map((name) => ({
    ...complaint!,
    id: name,
    signed: { ...signedWord(1), ...stampOf(name) },
  }));
  return { ...request, submission: { ...request.submission, ...stampOf(first!) }, complaints };
}

function at(minutes: number, request: Request, more: Partial<StampingNeeds> = {}) {
  const requests = more.requests ?? memoryRequests(request);
  const needs = {
    ...{ requests, documents: noDocuments, extend: stampedAt(after(minutes).toISOString()) },
    register: { prove: async () => undefined },
    ...{ now: after(minutes), timeLeft: () => 50_000, ...more },
  };
  const run = async () => {
    const found = await requests.find(request.id);
    await stampRequest(found!, needs);
    return (await requests.find(request.id))!;
  };
  return { requests, run };
}
const statesOf = (request: Request) =>
  [...JSON.stringify(request).matchAll(/"stamp":\{"state":"(\w+)"/g)].map(([, state]) => state);

it('stamps a bounded number of signatures in a visit; the others stay due', async () => {
  const names = Array.from({ length: PROOFS_AT_ONCE + 1 }, (_, n) => `s${n}`);
  const { run } = at(3, scene(names));
  const once = await run();
  expect(unstampedIn(once)).toHaveLength(1);
  expect(unstampedIn(once)[0]).toMatchObject({ tries: 0, nextAt: after(2).toISOString() });
  expect(unstampedIn(await run())).toEqual([]);
});

it('one that fails for ever does not stop the others, and comes later', async () => {
  const read = async (key: string) => {
    if (key.startsWith('bad/')) throw new Error('it cannot be read');
    return new Uint8Array();
  };
  const { run } = at(3, scene(['bad', 'good']), { documents: { ...noDocuments, read } });
  const stamped = await run();
  expect(statesOf(stamped)).toEqual(['awaited', 'kept']);
  expect(unstampedIn(stamped)).toMatchObject([{ tries: 1, nextAt: after(5).toISOString() }]);
  // It is not due, so nothing is tried and nothing written.
  expect((await run()).version).toBe(stamped.version);
});

it('without an answer the request stays as it is, but for the time of the next attempt; one line says how old it is', async () => {
  const { run } = at(200, scene(['a']), { extend: unstamped });
  const said = await logLines(run);
  expect(unstampedIn(await run())).toMatchObject([{ tries: 1, nextAt: after(202).toISOString() }]);
  expect(said.filter(({ message }) => message === 'unstamped')).toMatchObject([{ minutes: 200, tries: 1 }]);
  expect(said.filter(({ message }) => message === 'not-stamped')).toMatchObject([{ lacks: 'timestamp' }]);
});

it('begins no signature when the run’s time is nearly over', async () => {
  const left = [20_000, 9_000];
  const { run } = at(3, scene(['a', 'b', 'c']), { timeLeft: () => left.shift() ?? 0 });
  expect(statesOf(await run())).toEqual(['kept', 'awaited', 'awaited']);
});

it('a run that dies between the bucket and the table is repeated, and overwrites nothing that is named', async () => {
  const written: string[] = [];
  const write = async (key: string) => void written.push(key) as never;
  const request = scene(['a']);
  const known = memoryRequests(request);
  const dead = { ...known, replace: () => Promise.reject(new Error('the process has died')) };
  const documents = { ...noDocuments, write };
  await expect(at(3, request, { requests: dead, documents }).run()).rejects.toThrow('died');
  expect(statesOf((await known.find(request.id))!)).toEqual(['awaited']);
  const extend: StampingNeeds['extend'] = async (cms, content) => ({
    ...(await stampedAt(after(4).toISOString())(cms, content)),
    cms: Uint8Array.of(2),
  });
  const stamped = await at(4, request, { requests: known, documents, extend }).run();
  expect(new Set(written).size).toBe(2);
  if (!isSubmitted(stamped)) throw new Error('it is not submitted');
  expect(stamped.submission.stamp).toMatchObject({ state: 'kept', at: after(4).toISOString() });
  expect(handedOut(stamped.submission)).toBe(written[1]);
  expect(written[1]).toMatch(/^a\/signature\.extended\.[0-9a-f]{16}\.p7s$/);
});

it('what another run has stamped meanwhile stays', async () => {
  const request = scene(['a']);
  const known = memoryRequests(request);
  const extend: StampingNeeds['extend'] = async (...given) => {
    await at(3, request, { requests: known }).run();
    return stampedAt(after(9).toISOString())(...given);
  };
  const stamped = await at(3, request, { requests: known, extend }).run();
  expect(JSON.stringify(stamped)).toContain(`"at":"${after(3).toISOString()}"`);
  expect(JSON.stringify(stamped)).not.toContain(after(9).toISOString());
});
