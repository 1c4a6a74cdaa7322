import type { EdsReport } from '../../eds/report.ts';
import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import type { ExpectedSigner } from '../../domain/request/signer.ts';
import type { Signed } from '../../domain/request/signed.ts';
import { sha256Hex } from '../../domain/digest/sha256.ts';
import type { Expected } from '../../eds/verify/expectations.ts';
import type { Documents } from '../s3/documents.ts';
import { keepCheck } from './keep-check.ts';
import { refuseReport, type CheckEds } from './check-eds.ts';
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

interface Needs {
  readonly documents: Pick<Documents, 'write'>;
  readonly checkEds: CheckEds;
  readonly binOf: BinOf;
  readonly now: Date;
}

/** A signature that passed. `keep` stores everything and returns the keys, before the request records it. */
interface Passed {
  readonly report: EdsReport;
  readonly keep: () => Promise<Signed>;
}

/** `failed` has the codes of the failed checks. */
interface Refused {
  readonly refusal: Refusal;
  readonly failed: readonly string[];
  /** The name under which `reportKeyOf` finds the report, if there is one. */
  readonly cmsSha256?: string;
}

/** Checks an EDS. If it is refused, report and evidence are stored at once. */
export async function checkSigned(
  { content, cms, expected: wanted, folder, contentKey: lies }: SignedAsked,
  { documents: store, checkEds, binOf, now }: Needs,
): Promise<Passed | Refused> {
  const expected = await showIn(wanted, binOf, now);
  if (!expected) return { refusal: refuse('eds/office'), failed: [] };
  const { report, documents } = await checkEds({ cms, content, at: now, expected });
  const cmsSha256 = sha256Hex(cms);
  const place = `${folder}/${cmsSha256}`;
  const refusal = refuseReport(report);
  if (refusal) {
    await keepCheck(place, documents(), store);
    const checks = report.signers.flatMap((signer) => signer.checks).concat(report.checks);
    return { refusal, cmsSha256, failed: checks.filter(({ status }) => status === 'failed').map(({ code }) => code) };
  }
  const keep = async (): Promise<Signed> => {
    const kept = await keepCheck(place, documents(), store);
    const [contentKey, cmsKey] = [lies ?? `${place}/content.json`, `${place}/signature.p7s`];
    if (lies === undefined) await store.write(contentKey, content, 'application/json');
    await store.write(cmsKey, cms, 'application/pkcs7-signature');
    const digests = { contentSha256: sha256Hex(content), cmsSha256 };
    const { iin: signerIin, bin } = expected;
    return {
      at: now.toISOString(),
      signerIin,
      ...(bin && { signerBin: bin }),
      ...digests,
      contentKey,
      cmsKey,
      ...kept,
    };
  };
  return { report, keep };
}

/** Certificate roles of people who may sign as the head of a place. */
const heads = ['first-head', 'right-to-sign'] as const;

/** What the certificate must show. Undefined if the place's BIN is not known here. */
async function showIn(
  { iin, place, headed }: ExpectedSigner,
  binOf: BinOf,
  now: Date,
): Promise<(Expected & { readonly iin: string }) | undefined> {
  if (place === undefined) return { iin };
  const bin = await binOf(place, now);
  return bin === undefined ? undefined : { iin, bin, role: 'organisation', ...(headed && { oneOf: heads }) };
}
