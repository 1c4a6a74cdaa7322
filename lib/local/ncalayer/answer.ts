import { parseCertificate } from '../../eds/x509/certificate.ts';
import { readSignerIdentity } from '../../eds/person.ts';
import { signDetached } from '../../signing/sign-detached.ts';
import type { Signer } from '../../signing/signer-info.ts';
import type { PersonKey } from '../../signing/signing-key.ts';
import { indefinite } from '../authority/indefinite.ts';
import type { NcalayerMode } from './serve-ncalayer.ts';

/** What the pages send to module `basics`. */
export interface Question {
  readonly module: string;
  readonly method: string;
  readonly args: {
    readonly data: string | readonly string[];
    readonly signingParams: { readonly decode?: unknown; readonly encapsulate?: unknown };
    readonly signerParams: {
      readonly extKeyUsageOids?: readonly string[];
      readonly iin?: string;
      readonly bin?: string;
    };
    readonly locale: string;
  };
}

/** NCALayer's form of answer: PEM, in BER, an array for an array; a closed window is a success without a result. */
export async function answer(
  { module, method, args }: Question,
  mode: NcalayerMode,
  signers: readonly Signer<PersonKey>[],
  now: Date,
): Promise<object> {
  if (mode === 'outdated' || module !== 'kz.gov.pki.knca.basics')
    return { success: false, errorCode: 'MODULE_NOT_FOUND' };
  const isDetached = args.signingParams.decode === true && args.signingParams.encapsulate === false;
  if (method !== 'sign' || !isDetached) return failure('INVALID_SIGNING_PARAMS');
  if (mode === 'fail') return failure('SIGNING_FAILURE');
  if (mode === 'strange') return { status: true, body: { result: 'b64' } };
  const signer = mode === 'wrong-key' ? signers[0] : signers.find((each) => fits(each, args.signerParams));
  // No key is offered; the person can only close the window.
  if (mode === 'cancel' || signer === undefined) return { status: true, body: {} };
  const signed = [args.data].flat().map(async (each) => {
    const cms = await signDetached(Buffer.from(each, 'base64'), signer, now);
    return pem(indefinite(cms));
  });
  const result = await Promise.all(signed);
  return { status: true, body: { result: typeof args.data === 'string' ? result[0] : result } };
}

const failure = (code: string) => ({ status: false, code, message: 'demo', details: 'demo' });

function fits(
  { certificate }: Signer<PersonKey>,
  { extKeyUsageOids = [], iin, bin }: Question['args']['signerParams'],
) {
  const read = parseCertificate(certificate);
  const identity = readSignerIdentity(read);
  const isTheirs = (iin === undefined || identity.iin === iin) && (bin === undefined || identity.bin === bin);
  return isTheirs && extKeyUsageOids.every((oid) => read.extensions.extendedKeyUsage?.has(oid));
}

const pem = (cms: Uint8Array): string =>
  `-----BEGIN CMS-----\n${Buffer.from(cms).toString('base64').replaceAll(/.{64}/gu, '$&\n')}\n-----END CMS-----\n`;
