import { EdsRefusal } from '../refusal.ts';
import type { DerNode } from './node.ts';
import { tags } from './tags.ts';

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number that these octets write in decimal digits; -1 if one of them is not a digit. */
const digits = (bytes: Uint8Array, from: number, to: number): number => {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = (bytes[i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
};

/** RFC 5280 4.1.2.5.1: two digits from 50 up belong to the twentieth century. */
const readYear = (tag: number, bytes: Uint8Array, start: number): number => {
  if (tag === tags.generalizedTime) return digits(bytes, start, start + 4);
  const year = digits(bytes, start, start + 2);
  if (year < 0) return year;
  return year + (year >= 50 ? 1900 : 2000);
};

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/**
 * Whether these octets are a UTCTime or GeneralizedTime in UTC with seconds, of an existing day. A `fraction` may
 * follow the seconds; X.690 11.7.3 forbids trailing zeros in it and an empty one.
 */
export const isTimeContent = (
  tag: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  fraction = false,
): boolean => {
  if (tag !== tags.utcTime && tag !== tags.generalizedTime) return false;
  const at = start + (tag === tags.utcTime ? 2 : 4);
  const seconds = at + 10;
  if (end <= seconds || bytes[end - 1] !== 0x5a) return false;
  const year = readYear(tag, bytes, start);
  const month = digits(bytes, at, at + 2);
  const day = digits(bytes, at + 2, at + 4);
  const inYear =
    month >= 1 && day >= 1 && day <= (monthDays[month - 1] ?? 0) && (month !== 2 || day < 29 || isLeap(year));
  const inDay = isBelow(24, bytes, at + 4) && isBelow(60, bytes, at + 6) && isBelow(60, bytes, at + 8);
  if (year < 0 || !inYear || !inDay) return false;
  return end === seconds + 1 || (fraction && tag === tags.generalizedTime && isFraction(bytes, seconds, end - 1));
};

/** Two digits of an hour, minute or second. */
const isBelow = (bound: number, bytes: Uint8Array, at: number): boolean => {
  const value = digits(bytes, at, at + 2);
  return value >= 0 && value < bound;
};

const isFraction = (bytes: Uint8Array, from: number, to: number): boolean =>
  bytes[from] === 0x2e &&
  to - from >= 2 &&
  to - from <= 10 &&
  bytes[to - 1] !== 0x30 &&
  digits(bytes, from + 1, to) >= 0;

const readMilliseconds = (bytes: Uint8Array, from: number, to: number): number =>
  to <= from + 1 ? 0 : Math.floor(digits(bytes, from + 1, to) * 10 ** (4 - (to - from)));

/**
 * UTCTime or GeneralizedTime in UTC with seconds (RFC 5280 4.1.2.5). `fraction` allows parts of a second, as in a
 * timestamp's genTime (RFC 3161 2.4.2); parts smaller than milliseconds are dropped.
 */
export const readTime = (node: DerNode, { fraction = false }: { fraction?: boolean } = {}): Date => {
  const { tag, document, contentStart: start, contentEnd: end } = node;
  if (!isTimeContent(tag, document, start, end, fraction)) throw new EdsRefusal('der-time', node.start);
  const at = start + (tag === tags.utcTime ? 2 : 4);
  const part = (index: number): number => digits(document, at + index * 2, at + index * 2 + 2);
  const milliseconds = readMilliseconds(document, at + 10, end - 1);
  const date = new Date(Date.UTC(2000, part(0) - 1, part(1), part(2), part(3), part(4), milliseconds));
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(readYear(tag, document, start), part(0) - 1, part(1));
  return date;
};
