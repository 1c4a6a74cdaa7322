import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { toBase64 } from '../../../lib/eds/bytes.ts';
import { openExample } from '../../../lib/local/cards/example-signatures.ts';
import { bringsFiles, checkCardFile } from '../../../web/verification/check-card-file.ts';
import type { Trust } from '../../../web/verification/check-document.ts';
import { attach, writePdf } from '../../../bin/fuzz/write-pdf.ts';

const now = new Date('2026-11-30T09:00:00Z');
const later = new Date(now.getTime() + 3_600_000);
const octets = new TextEncoder().encode('Справка');

it('checks a card against the trust material that the API gives, and knows what is no card', async () => {
  const example = await openExample('rsa', now);
  const pdf = attach([
    { name: 'Справка.pdf', octets },
    { name: '1.p7s', octets: await example.sign(octets) },
  ]);
  const { certificate } = example.authority.root;
  const fingerprint = createHash('sha256').update(certificate).digest('hex');
  const trust: Trust = {
    ...{ profile: 'demo', certificates: [toBase64(certificate)], crls: [] },
    anchors: [{ fingerprint, purposes: ['persons', 'timestamps', 'revocation'] }],
  };
  expect(await bringsFiles(pdf)).toBe(true);
  expect(await checkCardFile(pdf, trust, later)).toMatchObject({
    verdict: 'passed',
    document: { name: 'Справка.pdf' },
  });
  expect(await checkCardFile(pdf, { ...trust, profile: 'none' }, later)).toBeUndefined();
  expect(await bringsFiles(writePdf(['<< /Type /Catalog >>']))).toBe(false);
  expect(await bringsFiles(octets)).toBe(false);
});
