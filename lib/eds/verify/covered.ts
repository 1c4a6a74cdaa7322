import type { DigestAlgorithm } from '../algorithms.ts';
import { concatBytes } from '../bytes.ts';
import type { SignedData } from '../cms/signed-data.ts';
import type { SignerInfo } from '../cms/signer-info.ts';
import { toHex, type DerNode } from '../der.ts';
import type { Message } from '../message.ts';
import type { HashIndex } from '../tsp/hash-index.ts';
import type { Work } from '../work.ts';
import type { Stamped } from './token.ts';

/** A signer, and what was signed. */
export interface Archived {
  readonly signedData: SignedData;
  readonly signer: SignerInfo;
  readonly content: Message | undefined;
}

/** In hex. */
type Hashes = Readonly<Record<'certificates' | 'revocations' | 'attributes', ReadonlySet<string>>>;

/** What archive timestamps can cover of a signature. Each element is hashed once by each algorithm, and paid for. */
export class Covered {
  readonly #archived: Archived;
  readonly #work: Work;
  readonly #attributes: ReadonlyMap<DerNode, Uint8Array>;

  readonly #hashes = new Map<DigestAlgorithm, Hashes>();

  constructor(archived: Archived, work: Work) {
    this.#archived = archived;
    this.#work = work;
    const { unsignedAttributes } = archived.signer;
    this.#attributes = new Map(
      unsignedAttributes.flatMap(({ type, values }) =>
        values.map((value) => [value, concatBytes([type.raw, value.raw])] as const),
      ),
    );
  }

  /** Each value of an unsigned attribute, after its type. */
  get attributes(): readonly Uint8Array[] {
    return [...this.#attributes.values()];
  }

  /** Whether everything in the index is there. What is there and not in the index came later. */
  haveAll({ certificates, revocations, attributes }: HashIndex, digest: DigestAlgorithm): boolean {
    const there = this.#hashesBy(digest);
    return (
      certificates.every((hash) => there.certificates.has(toHex(hash))) &&
      revocations.every((hash) => there.revocations.has(toHex(hash))) &&
      attributes.every((hash) => there.attributes.has(toHex(hash)))
    );
  }

  /** The hash (hex) of a value of an unsigned attribute, as an index has it. */
  hashOf(value: DerNode, digest: DigestAlgorithm): string | undefined {
    const octets = this.#attributes.get(value);
    return octets && toHex(this.#work.digest(digest, octets));
  }

  /**
   * What is stamped (EN 319 122-1 5.5.3): type of the content, its digest, the fields of the SignerInfo without the unsigned attributes,
   * the index. Undefined without content.
   */
  stampedWith({ der }: HashIndex): Stamped | undefined {
    const { signedData, signer, content } = this.#archived;
    if (content === undefined) return undefined;
    const known = new Map<string, Uint8Array>();
    return (digest) => {
      const octets =
        known.get(digest.oid) ??
        concatBytes([
          signedData.archived().contentType,
          content.digestBy(digest, this.#work.budget),
          ...signer.archived(),
          der,
        ]);
      known.set(digest.oid, octets);
      return this.#work.digest(digest, octets);
    };
  }

  #hashesBy(digest: DigestAlgorithm): Hashes {
    const known = this.#hashes.get(digest);
    if (known) return known;
    const { certificates, revocations } = this.#archived.signedData.archived();
    const hash = (elements: readonly Uint8Array[]): ReadonlySet<string> => {
      // Elements that another signer's index had hashed are looked up again here.
      this.#work.budget.attempt(elements.length);
      return new Set(elements.map((element) => toHex(this.#work.digest(digest, element))));
    };
    const made = {
      certificates: hash(certificates),
      revocations: hash(revocations),
      attributes: hash(this.attributes),
    };
    this.#hashes.set(digest, made);
    return made;
  }
}
