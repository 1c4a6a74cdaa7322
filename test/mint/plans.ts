import type { AnchorPurpose } from '../../lib/eds/profiles/pinned-anchor.ts';
import type { Expected } from '../../lib/eds/verify.ts';
import type { Profile } from '../../lib/eds/profiles/profile.ts';
import type { Revocation } from '../../lib/local/authority/crl.ts';
import type { OcspStatus, CertIdDigest } from '../../lib/local/authority/ocsp.ts';
import type { SigningKey } from '../../lib/signing/signing-key.ts';
import type { World } from './world.ts';

/** Changes finished octets. */
export type Edit = (der: Uint8Array) => Uint8Array;

/** Names of the extensions that are spoilt; other values in a plan have their own names. */
export type ExtensionName = string;

export interface CertificatePlan {
  serial: Uint8Array;
  issuer: Uint8Array;
  subject: Uint8Array;
  notBefore: Date;
  notAfter: Date;
  /** The owner's. */
  key: SigningKey;
  signedBy: SigningKey;
  extensions: Map<ExtensionName, Uint8Array>;
  edit?: Edit;
}

export interface CrlPlan {
  issuer: Uint8Array;
  issuerKeyIdentifier: Uint8Array;
  signedBy: SigningKey;
  thisUpdate: Date;
  nextUpdate?: Date;
  number: number;
  revoked: Revocation[];
  deltaOf?: number;
  more: Uint8Array[];
  edit?: Edit;
}

export interface OcspPlan {
  status: OcspStatus;
  serial: Uint8Array;
  certIdDigest: CertIdDigest;
  /** Whose certificate the CertID names as issuer. */
  issuer: 'nca' | 'root';
  thisUpdate: Date;
  nextUpdate?: Date;
  producedAt: Date;
  extendedRevoke: boolean;
  namedBy: 'name' | 'keyHash';
  withCertificate: boolean;
  signedBy: SigningKey;
  /** Further statuses of the same certificate in the same answer. */
  also?: { readonly status: OcspStatus; readonly thisUpdate: Date }[];
  /** Whether it also contains the authority of the timestamp; default: yes. */
  withTimestamp?: boolean;
  /** Extensions of the answer, and of its first status. */
  extensions?: Uint8Array[];
  statusExtensions?: Uint8Array[];
  edit?: Edit;
}

/** Evidence in unsigned attributes (RFC 5126 6.3.3, 6.3.4). */
export interface CarriedPlan {
  certificates: CertificatePlan[];
  crls: CrlPlan[];
  ocsps: OcspPlan[];
}

/** Input of the makers of signed attributes. */
export interface Signed {
  readonly digest: Uint8Array;
  /** The signer's. */
  readonly certificate: Uint8Array;
}

export interface SignerPlan {
  key: SigningKey;
  attributes: Map<string, (signed: Signed) => Uint8Array>;
  namedBy: 'issuerAndSerial' | 'keyIdentifier';
  /** The certificate whose name, serial and key identifier are written; the signer's own by default. */
  named?: Uint8Array;
  /** Of the SignerInfo. */
  edit?: Edit;
}

export interface TimestampPlan extends SignerPlan {
  contentType: string;
  genTime: Date;
  policy: string;
  withCertificate: boolean;
  /** Fields of the TSTInfo after genTime. */
  more: Uint8Array[];
  carried?: CarriedPlan;
  /** Its certificate, if it is another authority's than `tsa`. */
  authority?: CertificatePlan;
  /** Unsigned attributes of the token. */
  moreUnsigned?: Uint8Array[];
  imprint: (signature: Uint8Array) => { readonly algorithm: Uint8Array; readonly digest: Uint8Array };
}

/** The parts of an ATSHashIndexV3, in DER. */
export type IndexParts = Readonly<Record<'algorithm' | 'certificates' | 'revocations' | 'attributes', Uint8Array>>;

export interface ArchivePlan extends TimestampPlan {
  /** What it says is the content; default: what is. */
  content?: Uint8Array;
  editIndex?: (parts: IndexParts) => Partial<IndexParts>;
  /** Of the attribute with the index; default: that of the standard. */
  indexOid?: string;
}

export interface CmsPlan extends SignerPlan {
  contentType: string;
  version: 1 | 3;
  attached: boolean;
  withCertificate: boolean;
  signers: 0 | 1;
  /** Another signer with their certificate. */
  second?: { readonly plan: SignerPlan; readonly certificate: CertificatePlan };
  ber: boolean;
  carried?: CarriedPlan;
  /** Unsigned attributes in addition to the timestamp and the carried evidence. */
  moreUnsigned?: (signature: Uint8Array) => readonly Uint8Array[];
  editCms?: Edit;
}

/**
 * Everything from which one verification is made. A spoiler changes one thing in it; then `mint` makes everything
 * again.
 */
export interface Blueprint {
  readonly world: World;
  readonly now: Date;
  profile: Profile;
  /** The pinned certificate. */
  pinned: 'root' | 'person' | 'nobody';
  pinnedFor: readonly AnchorPurpose[];
  expected: Expected;
  /** What is signed, and what the verifier gets beside the CMS. */
  content: Uint8Array;
  givenContent?: Uint8Array;
  root: CertificatePlan;
  nca: CertificatePlan;
  /** One more authority between the NCA and the person. */
  sub?: CertificatePlan;
  person: CertificatePlan;
  ocspResponder: CertificatePlan;
  tsa: CertificatePlan;
  /** Additional certificates of the verifier. */
  others: CertificatePlan[];
  /** Whether the verifier has the intermediates. */
  knowsIntermediates: boolean;
  rootCrl: CrlPlan;
  ncaCrl?: CrlPlan;
  deltaCrl?: CrlPlan;
  subCrl?: CrlPlan;
  /** By another signer than the NCA. */
  otherCrl?: CrlPlan;
  /** Additional lists and answers. */
  moreCrls: CrlPlan[];
  moreOcsps: OcspPlan[];
  ocsp?: OcspPlan;
  timestamp?: TimestampPlan;
  /** One after another: each covers those before. */
  archives: ArchivePlan[];
  cms: CmsPlan;
}
