import type { TrustBucket } from '../../lib/adapters/trust/trust-bucket.ts';
import { signCrl, type Revocation } from '../../lib/local/authority/crl.ts';
import { identifierOf } from '../../lib/local/authority/issuer.ts';
import { readIssued } from '../../lib/signing/issued.ts';
import type { Signer } from '../../lib/signing/signer-info.ts';
import type { AuthoritySigners } from '../../lib/local/demo/authority-files.ts';

const day = 24 * 3600 * 1000;

/**
 * The content of the trust bucket at each time of a case: the authority's certificates, and lists that it signs again
 * every day, with whatever has been revoked by then.
 */
export function keepTrust({ root, nca }: Pick<AuthoritySigners, 'root' | 'nca'>, now: () => number) {
  const revoked: Revocation[] = [];
  const certificates = new Map([root, nca].map(({ certificate }, index) => [`${index}`, certificate] as const));
  let signed: { readonly at: number; readonly lists: Map<string, Uint8Array> } | undefined;

  const list = (issuer: Signer, entries: readonly Revocation[], at: number) =>
    signCrl(
      {
        issuer: readIssued(issuer.certificate).subject,
        issuerKeyIdentifier: identifierOf(issuer),
        thisUpdate: new Date(at),
        nextUpdate: new Date(at + 7 * day),
        number: Math.floor(at / 1000),
        revoked: entries,
      },
      issuer.privateKey,
    );
  const bucket: TrustBucket = {
    writeCrl: () => Promise.reject(new Error('nobody writes lists here')),
    readAll: async (folder) => {
      if (folder === 'certificates/') return certificates;
      const at = now();
      if (!signed || at - signed.at > day)
        signed = {
          at,
          lists: new Map([
            ['root', list(root, [], at)],
            ['nca', list(nca, revoked, at)],
          ]),
        };
      return signed.lists;
    },
  };
  return {
    bucket,
    /** The next list says that the certificate was revoked at `at`. */
    revoke(serial: Uint8Array, at: Date) {
      revoked.push({ serial, at, reason: 'keyCompromise' });
      signed = undefined;
    },
  };
}
