import { Budget } from '../budget.ts';
import { fromHex } from '../bytes.ts';
import { Header, isIntegerContent, isTimeContent, tags } from '../der.ts';
import { EdsRefusal } from '../refusal.ts';
import { readEntry, type RevokedEntry } from './entry.ts';
import { EntryExtensions } from './entry-extensions.ts';
import { EntryIndex } from './entry-index.ts';

const mostEntries = 5_000_000;
/** A serial number that occurs more often than this in one list is an attack on the look-up. */
const mostRepeats = 16;

/**
 * The revoked certificates of a list. One pass, without an object for each line, indexes them by issuer and serial
 * number; a line is read in full only on demand. 100,000 lines take some tens of milliseconds.
 */
export class RevokedEntries {
  /** The number of lines. */
  readonly size: number;
  /** Dotted OIDs of critical entry extensions that are not processed: the list cannot be used then (RFC 5280 5.3). */
  readonly unknownCritical: ReadonlySet<string>;
  /** Whether a line has extensions. */
  extended = false;
  readonly #bytes: Uint8Array;
  readonly #header: Header;
  readonly #index: EntryIndex;
  readonly #issuers: ReadonlyMap<string, number>;

  /**
   * @param content the octets inside `revokedCertificates SEQUENCE OF SEQUENCE`.
   * @param crlIssuer the canonical name of the list's issuer, to whom lines belong until one names another.
   */
  constructor(content: Uint8Array, crlIssuer: string, budget: Budget = Budget.unlimited()) {
    this.#bytes = new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
    this.#header = new Header(this.#bytes);
    this.size = this.#count();
    this.#index = new EntryIndex(this.#bytes, this.size);
    const extensions = new EntryExtensions(this.#bytes, crlIssuer, budget);
    let owner = 0;
    for (let at = 0; at < this.#bytes.length;) {
      const { contentStart, contentEnd } = this.#header.read(at, this.#bytes.length);
      owner = this.#addEntry(at, contentStart, contentEnd, owner, extensions);
      at = contentEnd;
    }
    this.unknownCritical = extensions.unknownCritical;
    this.#issuers = new Map(extensions.issuers.map((issuer, index) => [issuer, index]));
  }

  /**
   * The lines about this certificate.
   *
   * @param serial hex of the content octets, as `Certificate.serial`.
   * @param issuer canonical name of the certificate's issuer.
   * @throws EdsRefusal if the extensions of a line are malformed.
   */
  find(serial: string, issuer: string): readonly RevokedEntry[] {
    const owner = this.#issuers.get(issuer);
    if (owner === undefined) return [];
    const found = this.#index.find(fromHex(serial), owner, (entry) => this.#serialAt(entry));
    if (found.length > mostRepeats) throw new EdsRefusal('crl-too-many-entries');
    return found.map((at) => readEntry(this.#bytes.subarray(at, this.#header.read(at, this.#bytes.length).contentEnd)));
  }

  #count(): number {
    let size = 0;
    for (let at = 0; at < this.#bytes.length; at = this.#header.contentEnd) {
      this.#header.expect(tags.sequence, at, this.#bytes.length);
      if (++size > mostEntries) throw new EdsRefusal('crl-too-many-entries', at);
    }
    return size;
  }

  /** `SEQUENCE { userCertificate INTEGER, revocationDate Time, crlEntryExtensions Extensions OPTIONAL }` */
  #addEntry(entry: number, start: number, end: number, owner: number, extensions: EntryExtensions): number {
    const header = this.#header.expect(tags.integer, start, end);
    const serialStart = header.contentStart;
    const serialEnd = header.contentEnd;
    if (!isIntegerContent(this.#bytes, serialStart, serialEnd)) throw new EdsRefusal('der-integer', start);
    header.read(serialEnd, end);
    if (!isTimeContent(header.tag, this.#bytes, header.contentStart, header.contentEnd)) {
      throw new EdsRefusal('der-time', serialEnd);
    }
    const extended = header.contentEnd < end;
    this.extended ||= extended;
    const issuer = extended ? extensions.scan(header.contentEnd, end, owner) : owner;
    this.#index.add(entry, serialStart, serialEnd, issuer);
    return issuer;
  }

  #serialAt(entry: number): { start: number; end: number } {
    const { contentStart } = this.#header.read(entry, this.#bytes.length);
    const serial = this.#header.read(contentStart, this.#bytes.length);
    return { start: serial.contentStart, end: serial.contentEnd };
  }
}
