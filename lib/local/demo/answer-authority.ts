import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerOcsp } from '../authority/ocsp-responder.ts';
import type { OcspStatus } from '../authority/ocsp.ts';
import type { RandomSource } from '../../signing/random.ts';
import { answerTimestamp, type TimestampAuthority } from '../authority/timestamp-responder.ts';
import { readSigners } from './authority-files.ts';
import { crlNames } from './demo-crls.ts';
import { demoFamilies, type DemoFamily } from './demo-family.ts';
import { readRegister } from './register.ts';

export interface AuthorityContext {
  readonly dir: string;
  readonly now: Date;
  readonly random: RandomSource;
}

interface Answer {
  readonly status: number;
  /** Media type. */
  readonly type: string;
  readonly content: Uint8Array;
}

/**
 * Demo policies in the national timestamp arc: .2 is RSA; the policy of the 2015 generation is not published. Each authority stamps the
 * digests of its own family, so that a signature's timestamp is of the family of the signature.
 */
const timestamps = {
  rsa: { policy: '1.2.398.3.3.2.6.2', digestArc: '2.16.840.1.101.3.4.2.' },
  'gost-2015': { policy: '1.2.398.3.3.2.6.4', digestArc: '1.2.398.3.10.1.3.' },
} satisfies Record<DemoFamily, Pick<TimestampAuthority, 'policy' | 'digestArc'>>;

/** What the demo authority answers over HTTP (RFC 5280 4.2.1.13, RFC 6960 appendix A, RFC 3161 3.4). */
export function answerAuthority(method: string, url: string, body: Uint8Array, context: AuthorityContext): Answer {
  const [, kind = '', name = ''] = new URL(url, 'http://localhost').pathname.split('/');
  const family = demoFamilies.find((candidate) => candidate === name);
  if (method === 'GET' && kind === 'crl' && crlNames.includes(name))
    return found('application/pkix-crl', readFileSync(join(context.dir, 'crl', name)));
  if (method === 'GET' && kind === 'certificates') return certificate(name, context.dir);
  if (method === 'POST' && kind === 'ocsp' && family)
    return found('application/ocsp-response', ocsp(family, body, context));
  if (method === 'POST' && kind === 'tsa' && family)
    return found('application/timestamp-reply', timestamp(family, body, context));
  return missing;
}

const found = (type: string, content: Uint8Array): Answer => ({ status: 200, type, content });
const missing: Answer = { status: 404, type: 'text/plain', content: Buffer.from('not found\n') };

function certificate(name: string, dir: string): Answer {
  for (const family of demoFamilies)
    for (const part of ['root', 'nca', 'ocsp', 'tsa'] as const)
      if (name === `${family}-${part}.cer`)
        return found('application/pkix-cert', readFileSync(join(dir, family, `${part}.cer`)));
  return missing;
}

function ocsp(family: DemoFamily, request: Uint8Array, { dir, now }: AuthorityContext): Uint8Array {
  const { nca, ocsp: responder } = readSigners(dir, family);
  const { issued, revoked } = readRegister(dir, family);
  const statusOf = (serial: string): OcspStatus | undefined => {
    const revocation = revoked.find((entry) => entry.serial === serial);
    if (revocation) return { revokedAt: new Date(revocation.at), reason: revocation.reason };
    return issued.includes(serial) ? 'good' : undefined;
  };
  return answerOcsp(request, { responder, issuer: nca.certificate, statusOf, now });
}

const timestamp = (family: DemoFamily, request: Uint8Array, { dir, now, random }: AuthorityContext): Uint8Array =>
  answerTimestamp(request, { signer: readSigners(dir, family).tsa, ...timestamps[family], now, random });

/** Where a running authority (`startAuthority`) answers OCSP requests: the platform's OCSP sources. */
export const ocspSources = (url: string): string[] => demoFamilies.map((family) => `${url}/ocsp/${family}`);
/** … and where it stamps: the platform's TSP sources. */
export const tspSources = (url: string): string[] => demoFamilies.map((family) => `${url}/tsa/${family}`);
