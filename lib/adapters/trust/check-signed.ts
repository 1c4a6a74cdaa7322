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

/** What a person signed: bytes that the server made, their CMS over them, and the folder where both are to lie. */
interface SignedAsked {
  readonly content: Uint8Array;
  readonly cms: Uint8Array;
  readonly expected: ExpectedSigner;
  readonly folder: string;
  /** Where the content lies already; otherwise it is kept with the signature. */
  readonly contentKey?: string;
}

interface Needs {
  readonly documents: Pick<Documents, 'write'>;
  readonly checkEds: CheckEds;
  readonly binOf: BinOf;
  readonly now: Date;
}

/** A signature that passed; `keep` puts all of it where years will find it, and tells where, before a request says so. */
interface Passed {
  readonly report: EdsReport;
  readonly keep: () => Promise<Signed>;
}

/** `failed` are the codes of the checks that a signature did not pass. */
interface Refused {
  readonly refusal: Refusal;
  readonly failed: readonly string[];
}

/** Checks an EDS. Of one that is refused, report and evidence are kept at once. */
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
    return { refusal, failed: checks.filter(({ status }) => status === 'failed').map(({ code }) => code) };
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

/** Roles in a certificate of those who may sign as the head of a place. */
const heads = ['first-head', 'right-to-sign'] as const;

/** What the certificate must show. Undefined where the place has no BIN here. */
async function showIn(
  { iin, place, headed }: ExpectedSigner,
  binOf: BinOf,
  now: Date,
): Promise<(Expected & { readonly iin: string }) | undefined> {
  if (place === undefined) return { iin };
  const bin = await binOf(place, now);
  return bin === undefined ? undefined : { iin, bin, role: 'organisation', ...(headed && { oneOf: heads }) };
}
