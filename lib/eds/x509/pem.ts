import { EdsRefusal } from '../refusal.ts';

const boundary = '-----';

/**
 * The DER inside a PEM file (RFC 7468) of one object; octets that are no PEM come back as they are. The label is not
 * looked at: the structure inside says what it is.
 */
export const unwrapPem = (file: Uint8Array): Uint8Array => {
  const start = Buffer.from(file.subarray(0, 64)).toString('latin1').trimStart();
  if (!start.startsWith(`${boundary}BEGIN `)) return file;
  const body = Buffer.from(file).toString('latin1').split(boundary)[2] ?? '';
  const base64 = body.replaceAll(/\s+/gu, '');
  if (base64 === '' || !/^[A-Za-z0-9+/]+={0,2}$/u.test(base64)) throw new EdsRefusal('input-malformed');
  return Buffer.from(base64, 'base64');
};
