import { expect, it } from '@jest/globals';
import { stampRequest } from '../../../../functions/schedule/sweep/stamp-request.ts';
import { provenDocuments } from '../../../../lib/domain/request/proven-documents.ts';
import { isDecided } from '../../../../lib/domain/request/request.ts';
import { awaitStamp } from '../../../../lib/domain/signature/stamp.ts';
import { noDocuments, stampedAt, unstamped } from '../../../lib/adapters/trust/unstamped.ts';
import { after, signed } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';

const proof = { until: after(9999).toISOString(), endsBy: 'tsa-certificate' } as const;
const awaited = awaiting();

function awaiting() {
  const request = signed();
  if (!isDecided(request) || !request.output?.signature) throw new Error('it is not signed');
  const signature = { ...request.output.signature, stamp: awaitStamp(after(13)) };
  return { ...request, output: { ...request.output, signature } };
}

async function stamp(extend = stampedAt(after(20).toISOString(), proof), prove?: () => Promise<never>) {
  const requests = memoryRequests(awaited);
  const told: unknown[] = [];
  const register = { prove: prove ?? (async (...given: unknown[]) => void told.push(given)) };
  const needs = { requests, documents: noDocuments, register, now: after(20), timeLeft: () => 50_000 };
  const run = async () => stampRequest((await requests.find(awaited.id))!, { ...needs, extend });
  return { requests, told, run };
}

it('the register is told until when a document can be proved, once', async () => {
  const { requests, told, run } = await stamp();
  await run();
  await run();
  expect(told).toEqual([[awaited.output.number, proof]]);
  expect(provenDocuments((await requests.find(awaited.id))!)).toEqual([{ number: awaited.output.number, proof }]);
});

it('the register is told nothing where no timestamp came', async () => {
  const { told, run } = await stamp(unstamped);
  await run();
  expect(told).toEqual([]);
});

it('the signature stays due if the register is out of reach', async () => {
  const { requests, run } = await stamp(undefined, () => Promise.reject(new Error('out of reach')));
  await expect(run()).rejects.toThrow('out of reach');
  expect(await requests.find(awaited.id)).toEqual(awaited);
});
