import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Judge } from './judge.ts';
import { pkitsAt } from './pkits.ts';

const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
const file = (name: string, octets: Uint8Array | string): string => {
  writeFileSync(join(folder, name), octets);
  return join(folder, name);
};
const pem = (label: string, der: Uint8Array): string => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/gu) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
};
const certificates = (ders: readonly Uint8Array[]) => ders.map((der) => pem('CERTIFICATE', der)).join('');
const lists = (ders: readonly Uint8Array[]) => ders.map((der) => pem('X509 CRL', der)).join('');
const seconds = (at: Date | string): string => String(Math.floor(new Date(at).getTime() / 1000));

/** Exit code 0. */
const succeeds = (args: readonly string[]): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn('openssl', args, { stdio: 'ignore', timeout: 20_000 });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });

/** With everything switched on that its command line has for paths, lists and policies. */
const strict = ['-crl_check_all', '-extended_crl', '-use_deltas', '-policy_check'];

const anyPolicy = '2.5.29.32.0';

/** The program `openssl` of this machine, by its commands `verify` and `cms`. It takes no OCSP answers, timestamps or persons. */
export const openssl: Judge = {
  name: 'OpenSSL',
  acceptsPath: (given) => {
    const [anchor, ...others] = given.certificates;
    const target = others.at(-1);
    if (anchor === undefined || target === undefined) return Promise.resolve(false);
    return succeeds([
      ...['verify', '-attime', seconds(pkitsAt), ...strict],
      ...(given.initialPolicySet.length > 0 ? given.initialPolicySet : [anyPolicy]).flatMap((oid) => ['-policy', oid]),
      ...(given.initialExplicitPolicy ? ['-explicit_policy'] : []),
      ...(given.initialPolicyMappingInhibit ? ['-inhibit_map'] : []),
      ...(given.initialInhibitAnyPolicy ? ['-inhibit_any'] : []),
      ...['-CAfile', file('anchor.pem', certificates([anchor]) + lists(given.crls))],
      ...['-untrusted', file('others.pem', certificates(others.slice(0, -1)) || certificates([anchor]))],
      file('target.pem', certificates([target])),
    ]);
  },
  acceptsCms: (given) => {
    const pinned = new Set(given.profile.anchors.map(({ fingerprint }) => fingerprint));
    const isPinned = (der: Uint8Array) => pinned.has(createHash('sha256').update(der).digest('hex'));
    const anchors = given.certificates.filter(isPinned);
    const others = given.certificates.filter((der) => !isPinned(der));
    return succeeds([
      ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', file('signed.cms', given.cms), '-out', '/dev/null'],
      ...(given.content ? ['-content', file('content', given.content)] : []),
      ...['-attime', seconds(given.at), '-purpose', 'any', ...strict],
      // It searches intermediates here; without -partial_chain only self-signed certificates end a path.
      ...['-CAfile', file('trusted.pem', certificates([...anchors, ...others]) + lists(given.crls))],
    ]);
  },
};
