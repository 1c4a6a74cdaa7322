import {
  contextConstructed,
  Fields,
  onlyChild,
  readBer,
  readDer,
  readOctetString,
  readOid,
  readSmallInteger,
  tags,
} from '../der.ts';
import { cmsOids } from '../cms/oids.ts';
import { parseSignedData, type SignedData } from '../cms/signed-data.ts';
import { EdsRefusal } from '../refusal.ts';
import { parseTimestampInfo, type TimestampInfo } from './timestamp-info.ts';

/** A timestamp token: SignedData over a TSTInfo (RFC 3161 section 2.4.2). Only its form is checked so far. */
export interface TimestampToken {
  /** The ContentInfo, as it arrived. */
  readonly der: Uint8Array;
  readonly signedData: SignedData;
  /** The DER of the TSTInfo, which is what was signed. */
  readonly content: Uint8Array;
  readonly info: TimestampInfo;
}

/** Reads a token, the value of the signature-timestamp attribute. Throws EdsRefusal. */
export function parseTimestampToken(bytes: Uint8Array): TimestampToken {
  const signedData = parseSignedData(bytes);
  const { content } = signedData;
  if (signedData.contentType !== cmsOids.timestampInfo || content === undefined)
    throw new EdsRefusal('tsp-content-type', 0);
  if (signedData.signers.length !== 1) throw new EdsRefusal('tsp-malformed', 0);
  return { der: bytes, signedData, content, info: parseTimestampInfo(content) };
}

/**
 *     TimeStampResp ::= SEQUENCE { status PKIStatusInfo, timeStampToken TimeStampToken OPTIONAL }
 *     PKIStatusInfo ::= SEQUENCE { status INTEGER, statusString SEQUENCE OPTIONAL, failInfo BIT STRING OPTIONAL }
 *
 * The token inside an authority's answer whose status is granted (0) or granted with modifications (1).
 */
export function parseTimestampResponse(bytes: Uint8Array): TimestampToken {
  const fields = new Fields(readBer(bytes, { elements: 20_000 }));
  const status = readSmallInteger(new Fields(fields.take(tags.sequence)).any());
  const token = fields.optional(tags.sequence);
  fields.end();
  if (status > 1 || token === undefined) throw new EdsRefusal('tsp-not-granted', 0);
  return parseTimestampToken(token.raw);
}

/**
 * The digest (dotted OID) of what a token stamps, read without the rest of it: what is needed before it is checked. Throws EdsRefusal.
 */
export function readImprintDigest(bytes: Uint8Array): string {
  const info = new Fields(readBer(bytes, { elements: 20_000 }));
  info.any();
  const signedData = new Fields(onlyChild(info.take(contextConstructed(0))));
  signedData.any();
  signedData.any();
  const encapsulated = new Fields(signedData.any());
  encapsulated.any();
  const content = new Fields(readDer(readOctetString(onlyChild(encapsulated.take(contextConstructed(0))))));
  content.any();
  content.any();
  return readOid(new Fields(new Fields(content.any()).any()).any());
}
