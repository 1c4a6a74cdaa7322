import { EdsRefusal } from '../refusal.ts';
import type { DerNode } from './node.ts';
import { tags } from './tags.ts';

const digits = (content: Uint8Array, from: number, to: number): number => {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = (content[i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

/** Seconds' fraction in milliseconds (finer parts are dropped); X.690 11.7.3 forbids trailing zeros and an empty one. */
const readFraction = (content: Uint8Array, from: number, to: number): number => {
  if (from === to) return 0;
  if (content[from] !== 0x2e || to - from < 2 || to - from > 10 || content[to - 1] === 0x30) return Number.NaN;
  if (Number.isNaN(digits(content, from + 1, to))) return Number.NaN;
  return Math.floor(digits(content, from + 1, to) * 10 ** (3 - (to - from - 1)));
};

const readInstant = (content: Uint8Array, yearDigits: 2 | 4, fraction: boolean): number => {
  const seconds = yearDigits + 10;
  const last = content.length - 1;
  if (last < seconds || content[last] !== 0x5a || (last > seconds && !fraction)) return Number.NaN;
  const given = digits(content, 0, yearDigits);
  // RFC 5280 4.1.2.5.1: two digits from 50 up are of the twentieth century.
  const year = yearDigits === 4 ? given : given + (given >= 50 ? 1900 : 2000);
  const part = (index: number): number => digits(content, yearDigits + index * 2, yearDigits + index * 2 + 2);
  const [month, day, hour, minute, second] = [part(0), part(1), part(2), part(3), part(4)];
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second, readFraction(content, seconds, last)));
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return real ? date.getTime() : Number.NaN;
};

/** Milliseconds since 1970 of the content octets of a UTCTime or GeneralizedTime, NaN when they are not a time of DER. */
export const decodeTime = (tag: number, content: Uint8Array, fraction = false): number => {
  if (tag === tags.utcTime) return readInstant(content, 2, false);
  return tag === tags.generalizedTime ? readInstant(content, 4, fraction) : Number.NaN;
};

/**
 * UTCTime or GeneralizedTime in UTC with seconds (RFC 5280 4.1.2.5). `fraction` allows parts of a second, as a
 * timestamp's genTime has them (RFC 3161 2.4.2).
 */
export const readTime = (node: DerNode, { fraction = false }: { fraction?: boolean } = {}): Date => {
  const instant = decodeTime(node.tag, node.content, fraction);
  if (Number.isNaN(instant)) throw new EdsRefusal('der-time', node.start);
  return new Date(instant);
};
