import type { Language } from '../../../lib/domain/language/bilingual.ts';
import { toBase64 } from '../../../lib/eds/bytes.ts';
import { oids } from '../../../lib/eds/oid.ts';
import type { SigningProblem } from '../problem.ts';
import type { Who } from '../way.ts';

/** NCALayer, on the signer's own computer. */
export const ncalayerUrl = 'wss://127.0.0.1:13579';
/** Opened in a tab, it lets people see and accept NCALayer's certificate. */
export const ncalayerPage = 'https://127.0.0.1:13579';

/**
 * Asks only for signing keys. Keys of 2022 and later are also for signing in, so for signing in every key of the person
 * is offered.
 */
const keyPurposes = { signature: [oids.keyPurpose.emailProtection], authentication: [] } as const;

/** Whose keys: a person's, or an organisation's; all of the person where it does not matter. */
const ownerPurposes = (organisation: Who['organisation']) =>
  organisation === undefined ? [] : [oids.owner[organisation ? 'organisation' : 'individual']];

/**
 * A request to module `basics`: a detached CMS with a timestamp over each document, with one entry of the password for
 * all. Keys of another person or purpose are not even offered.
 */
export const signRequest = (documents: readonly Uint8Array[], who: Who, locale: Language) => {
  const { iin, purpose, organisation } = who;
  const [first, ...others] = documents.map(toBase64);
  return {
    module: 'kz.gov.pki.knca.basics',
    method: 'sign',
    args: {
      allowedStorages: null,
      format: 'cms',
      // NCALayer from before the end of 2024 takes one document and no list.
      data: others.length === 0 ? first : [first, ...others],
      signingParams: { decode: true, encapsulate: false, digested: false, tsaProfile: {} },
      signerParams: {
        extKeyUsageOids: [...keyPurposes[purpose], ...ownerPurposes(organisation)],
        ...(iin !== undefined && { iin }),
        ...(organisation && { bin: organisation }),
      },
      locale,
    },
  };
};

/** A CMS for each document, in their order and in NCALayer's form, or what it said instead. */
export function readSignatures(answer: unknown, documents: number): readonly string[] | SigningProblem {
  const { status, errorCode, code, body } = fieldsOf(answer);
  if (errorCode === 'MODULE_NOT_FOUND') return { problem: 'ncalayer-outdated' };
  if (status !== true) return { problem: 'ncalayer-failed', ...(typeof code === 'string' && { detail: named(code) }) };
  const { result } = fieldsOf(body);
  // If the person closes the window, the answer is a success without a result.
  if (result === undefined || result === null) return { problem: 'ncalayer-cancelled' };
  const signatures: readonly unknown[] = [result].flat();
  const texts = signatures.filter((each) => typeof each === 'string');
  return texts.length === documents && signatures.length === documents ? texts : { problem: 'ncalayer-failed' };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A code as NCALayer writes them; nothing that could be personal. */
const named = (code: string): string => (/^[A-Z_]{1,40}$/u.test(code) ? code : 'UNKNOWN');
