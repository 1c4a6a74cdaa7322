import type { Budget } from '../budget.ts';
import { toLatin1 } from '../bytes.ts';
import { Header, readDer, readOid, tags } from '../der.ts';
import { EdsRefusal } from '../refusal.ts';
import { directoryNames, readGeneralNames } from '../x509/general-name.ts';

/** Last arcs under id-ce (2.5.29, octets 55 1D), which has all entry extensions that we know (RFC 5280 5.3). */
const reasonCode = 21;
const invalidityDate = 24;
const certificateIssuer = 29;

const mostIssuers = 1_000;
const mostUnknown = 16;

/**
 * Reads the extensions of one line after another and keeps what concerns the whole list: the issuers, and unknown
 * extensions.
 */
export class EntryExtensions {
  /** Dotted OIDs of critical extensions that are not processed. */
  readonly unknownCritical = new Set<string>();
  /**
   * Canonical names of the certificates' issuers, in the order of their first line; the list's own issuer is the first.
   */
  readonly issuers: string[];
  readonly #bytes: Uint8Array;
  readonly #header: Header;
  readonly #budget: Budget;
  readonly #known = new Map<string, number>();

  constructor(bytes: Uint8Array, crlIssuer: string, budget: Budget) {
    this.#budget = budget;
    this.#bytes = bytes;
    this.#header = new Header(bytes);
    this.issuers = [crlIssuer];
  }

  /**
   * Returns the number of the issuer that the line names, or `owner`, the issuer of the line before (RFC 5280 5.3.3).
   */
  scan(start: number, end: number, owner: number): number {
    const header = this.#header.expect(tags.sequence, start, end);
    if (header.contentEnd !== end) throw new EdsRefusal('der-field-surplus', header.contentEnd);
    let issuer = owner;
    for (let at = header.contentStart; at < end; at = header.contentEnd) {
      const extensionEnd = header.expect(tags.sequence, at, end).contentEnd;
      const oidAt = header.contentStart;
      header.expect(tags.oid, oidAt, extensionEnd);
      const arc = this.#lastArc(header.contentStart, header.contentEnd);
      const critical = this.#readValue(header.contentEnd, extensionEnd);
      if (arc === certificateIssuer) issuer = this.#readIssuer(header.contentStart, extensionEnd);
      else if (critical && arc !== reasonCode && arc !== invalidityDate) this.#noteUnknown(oidAt, extensionEnd);
    }
    return issuer;
  }

  /** Leaves the header on extnValue and returns whether the extension is critical. */
  #readValue(start: number, end: number): boolean {
    const header = this.#header.read(start, end);
    let critical = false;
    if (header.tag === tags.boolean) {
      critical = this.#bytes[header.contentStart] !== 0;
      header.read(header.contentEnd, end);
    }
    if (header.tag !== tags.octetString || header.contentEnd !== end)
      throw new EdsRefusal('extension-malformed', start);
    return critical;
  }

  #lastArc(start: number, end: number): number {
    const underIdCe = end - start === 3 && this.#bytes[start] === 0x55 && this.#bytes[start + 1] === 0x1d;
    return underIdCe ? (this.#bytes[start + 2] ?? -1) : -1;
  }

  #noteUnknown(oidAt: number, end: number): void {
    if (this.unknownCritical.size >= mostUnknown) return;
    const { contentEnd } = new Header(this.#bytes).read(oidAt, end);
    this.unknownCritical.add(readOid(readDer(this.#bytes.subarray(oidAt, contentEnd))));
  }

  #readIssuer(start: number, end: number): number {
    const key = toLatin1(this.#bytes.subarray(start, end));
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#budget.read(end - start);
    if (this.#known.size === mostIssuers) throw new EdsRefusal('crl-too-many-entries', start);
    const [name] = directoryNames(readGeneralNames(readDer(this.#bytes.subarray(start, end), { elements: 500 })));
    if (name === undefined) throw new EdsRefusal('extension-malformed', start);
    const seen = this.issuers.indexOf(name.canonical);
    const issuer = seen >= 0 ? seen : this.issuers.push(name.canonical) - 1;
    this.#known.set(key, issuer);
    return issuer;
  }
}
