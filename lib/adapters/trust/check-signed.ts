import type { EdsReport } from '../../eds/report.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/problem/problem.ts';
import type { ExpectedSigner } from '../../domain/request/signer.ts';
import type { Request } from '../../domain/request/request.ts';
import { keepsRefused, type RefusedSignature, type Signed } from '../../domain/request/signed.ts';
import { sha256Hex } from '../../domain/digest/sha256.ts';
import { awaitStamp } from '../../domain/signature/stamp.ts';
import type { Documents } from '../s3/documents.ts';
import type { Refusals } from '../s3/refusals.ts';
import { hideOthers } from './hide-others.ts';
import { keepCheck } from './keep-check.ts';
import type { CheckEds } from './check-eds.ts';
import { certificateOf, refuseSigner } from './certificate-of.ts';
import type { BinOf } from './office-numbers.ts';

/**
 * What a person signed: the bytes that the server made, their CMS over them, and the folder in which both are stored.
 */
interface SignedAsked {
  readonly content: Uint8Array;
  readonly cms: Uint8Array;
  readonly expected: ExpectedSigner;
  readonly folder: string;
  /** The key of content that is stored already; otherwise it is stored with the signature. */
  readonly contentKey?: string;
}

export interface SignedNeeds {
  readonly documents: Pick<Documents, 'write'>;
  /** Where reports and evidence of refused signatures are kept for a while; absent where they are not kept. */
  readonly refused?: Pick<Refusals, 'write'>;
  readonly checkEds: CheckEds;
  readonly binOf: BinOf;
  /** Whether signatures get a timestamp: not while they are checked, for nobody waits for an authority's answer. */
  readonly stamps: boolean;
  readonly now: Date;
}

/** A signature that passed. `keep` stores everything and returns the keys, before the request records it. */
interface Passed {
  readonly report: EdsReport;
  readonly keep: () => Promise<Signed>;
}

/**
 * `failed` has the codes of the failed checks. `cms` is present if the signer's certificate led to an anchor, so a real
 * person has signed. Then `keep` stores report and evidence, once the request has recorded that there is room for them.
 */
export interface Refused extends RefusedSignature {
  readonly refusal: Refusal;
  readonly keep: (recorded: Request | Refusal) => Promise<void>;
}

/** Checks an EDS. It stores nothing itself. */
export async function checkSigned(
  { content, cms, expected: wanted, folder, contentKey: lies }: SignedAsked,
  { documents: store, refused, checkEds, binOf, stamps, now }: SignedNeeds,
): Promise<Passed | Refused> {
  const bin = wanted.organisation ?? (wanted.place === undefined ? undefined : await binOf(wanted.place, now));
  // Nobody signs in the name of a place whose BIN is not known here.
  if (wanted.place !== undefined && bin === undefined)
    return { refusal: refuse('eds/office'), failed: [], keep: async () => {} };
  const expected = certificateOf(wanted, bin);
  const { report, documents } = await checkEds({ cms, content, at: now, expected });
  const cmsSha256 = sha256Hex(cms);
  const place = `${folder}/${cmsSha256}`;
  // An employee's IIN is in the signature itself and in no answer.
  const refusal = refuseSigner(wanted.place === undefined ? report : hideOthers(report), wanted);
  if (refusal) {
    const checks = report.signers.flatMap((signer) => signer.checks).concat(report.checks);
    const failed = checks.filter(({ status }) => status === 'failed').map(({ code }) => code);
    const isKnown = report.signers.some(leadsToAnchor);
    const keep = async (recorded: Request | Refusal) => {
      if (!refused || isRefusal(recorded) || !keepsRefused(recorded, cmsSha256)) return;
      await keepCheck(place, documents(), refused);
    };
    return { refusal, failed, ...(isKnown && { cms: cmsSha256 }), keep };
  }
  const keep = async (): Promise<Signed> => {
    const kept = await keepCheck(place, documents(), store);
    const [contentKey, cmsKey] = [lies ?? `${place}/content.json`, `${place}/signature.p7s`];
    if (lies === undefined) await store.write(contentKey, content, 'application/json');
    await store.write(cmsKey, cms, 'application/pkcs7-signature');
    const digests = { contentSha256: sha256Hex(content), cmsSha256 };
    const { iin: signerIin } = expected;
    return {
      at: now.toISOString(),
      signerIin,
      ...(bin && { signerBin: bin }),
      ...digests,
      contentKey,
      cmsKey,
      ...kept,
      ...(stamps && { stamp: awaitStamp(now) }),
    };
  };
  return { report, keep };
}

/** Whether a trusted authority, or one below it, has signed the certificate, whatever else is wrong with it. */
function leadsToAnchor({ checks }: EdsReport['signers'][number]): boolean {
  const ofPath = checks.filter(({ code }) => code === 'path-found' || code === 'certificate-signature');
  return ofPath.length > 0 && ofPath.every(({ status }) => status === 'passed');
}

/** A signature of a document, without who signed. */
export const signatureOf = ({ cmsKey: key, cmsSha256, reportKey, evidenceKey, at, stamp }: Signed) => ({
  ...{ key, cmsSha256, reportKey, evidenceKey, at },
  ...(stamp && { stamp }),
});
