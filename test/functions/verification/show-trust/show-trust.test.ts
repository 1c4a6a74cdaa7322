import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/verification/show-trust/contract.ts';
import { showTrust } from '../../../../functions/verification/show-trust/show-trust.ts';
import { bodyOf } from '../../asked.ts';

const profile = { name: 'demo', anchors: [{ fingerprint: 'ab'.repeat(32), purposes: ['persons'] }] } as const;
const show = async (...lists: readonly number[]) => {
  const crls = lists.map((length) => new Uint8Array(length));
  const material = async () => ({ certificates: [Uint8Array.of(0x30, 0)], crls });
  return bodyOf(contract, await showTrust({ profile, material, now: new Date(0) }));
};

it('everybody gets the trusted certificates and lists themselves', async () => {
  expect(await show(2)).toEqual({
    profile: 'demo',
    anchors: [{ fingerprint: 'ab'.repeat(32), purposes: ['persons'] }],
    certificates: ['MAA='],
    crls: ['AAA='],
    complete: true,
  });
});

it('lists that do not fit into an answer are left out, and the answer says so', async () => {
  expect(await show(1_500_000, 1_500_000)).toMatchObject({ complete: true });
  expect(await show(1_500_000, 1_500_001)).toMatchObject({ complete: false, crls: [] });
});
