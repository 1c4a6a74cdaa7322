import { attempt } from '../attempt.ts';
import { duplicates, readAttributes, singleValue, type Attribute } from '../cms/attributes.ts';
import { cmsOids } from '../cms/oids.ts';
import type { SignedData } from '../cms/signed-data.ts';
import type { SignerInfo } from '../cms/signer-info.ts';
import type { DigestAlgorithm } from '../algorithms.ts';
import { equalBytes, readDer, readOctetString, readOid, readTime, tags, type DerNode } from '../der.ts';
import type { Check } from '../report.ts';
import type { ProblemCode } from '../report-codes.ts';
import type { Message } from '../message.ts';
import type { Budget } from '../budget.ts';
import { failed, judge, notApplicable, passed } from './check.ts';

/** `digest` is undefined if unknown. */
interface Hashing {
  readonly digest: DigestAlgorithm | undefined;
  readonly budget: Budget;
}

/**
 * RFC 5652 section 5.3 and 11: the attributes' form, the content's type and, if the signer's certificate is present,
 * its digest.
 */
export function checkAttributes(
  signedData: SignedData,
  signer: SignerInfo,
  content: Message | undefined,
  hashing: Hashing | undefined,
): readonly Check[] {
  const attributes = signer.signedAttributes;
  if (attributes === undefined) {
    const reason = withoutAttributes(signedData, content?.octets, hashing?.budget);
    return [judge('signed-attributes', reason), notApplicable('content-type'), notApplicable('message-digest')];
  }
  const twice = duplicates(attributes);
  // An attribute that occurs twice is one fault, not two.
  return [
    judge('signed-attributes', twice.size > 0 ? 'attribute-duplicate' : undefined),
    twice.has(cmsOids.contentType)
      ? notApplicable('content-type')
      : judge('content-type', checkContentType(attributes, signedData.contentType)),
    twice.has(cmsOids.messageDigest) || hashing === undefined
      ? notApplicable('message-digest')
      : checkMessageDigest(attributes, content, hashing),
  ];
}

/**
 * Attributes may be missing only over plain data (section 5.3). Data that would itself read as signed attributes is
 * refused: an attacker may have removed the attributes of another content and present them as data.
 */
function withoutAttributes(
  { contentType }: SignedData,
  content: Uint8Array | undefined,
  budget: Budget | undefined,
): ProblemCode | undefined {
  if (contentType !== cmsOids.data) return 'attributes-required';
  if (content?.[0] !== tags.set) return undefined;
  // An element has at least two octets, and a document at most 50,000 elements.
  budget?.read(Math.min(content.length, 100_000));
  const attributes = attempt(() => readAttributes(readDer(content), tags.set));
  const known: readonly string[] = [cmsOids.contentType, cmsOids.messageDigest];
  return attributes?.some(({ oid }) => known.includes(oid)) === true ? 'content-looks-like-attributes' : undefined;
}

function checkContentType(attributes: readonly Attribute[], contentType: string): ProblemCode | undefined {
  const value = readAttribute(attributes, cmsOids.contentType, (node) => readOid(node));
  if (value === 'attribute-missing' || value === 'attribute-malformed') return value;
  return value === contentType ? undefined : 'content-type-differs';
}

function checkMessageDigest(
  attributes: readonly Attribute[],
  content: Message | undefined,
  { digest, budget }: Hashing,
): Check {
  const value = readAttribute(attributes, cmsOids.messageDigest, (node) => readOctetString(node));
  if (value === 'attribute-missing' || value === 'attribute-malformed') return failed('message-digest', value);
  const computed = digest && content?.digestBy(digest, budget);
  // Without content, `content` has failed; without an algorithm, `algorithms-agree` has.
  if (computed === undefined) return notApplicable('message-digest');
  return equalBytes(computed, value) ? passed('message-digest') : failed('message-digest', 'digest-differs');
}

function readAttribute<T>(
  attributes: readonly Attribute[],
  oid: string,
  read: (node: DerNode) => T,
): T | 'attribute-missing' | 'attribute-malformed' {
  if (!attributes.some((attribute) => attribute.oid === oid)) return 'attribute-missing';
  return (
    attempt(() => {
      const node = singleValue(attributes, oid);
      return node && read(node);
    }) ?? 'attribute-malformed'
  );
}

/** The signer's own claim of the time (section 11.3); undefined if absent or unreadable. */
export function readClaimedTime(signer: SignerInfo): Date | undefined {
  return attempt(() => {
    const node = singleValue(signer.signedAttributes ?? [], cmsOids.signingTime);
    return node && readTime(node);
  });
}
