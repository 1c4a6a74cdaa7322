import { sha256Hex } from '../../domain/digest/sha256.ts';
import { places } from '../../domain/regulation/places.ts';
import { demoBin } from './demo-number.ts';
import { roster } from './roster.ts';

/** Months that the roster does not use, and how many numbers they have. */
const OTHERS = { from: 9000, count: 90_000 };

/** Computed from its code, so that a new office in a directory changes hardly any other office's number. */
const wished = (code: string) => Number.parseInt(sha256Hex(new TextEncoder().encode(code)).slice(0, 8), 16);

function numberAll(codes: readonly string[]) {
  const taken = new Map<number, string>();
  for (const code of new Set(codes)) {
    let number = wished(code) % OTHERS.count;
    while (taken.has(number)) number = (number + 1) % OTHERS.count;
    taken.set(number, code);
  }
  return [...taken].map(([number, code]) => [code, demoBin(OTHERS.from + number)] as const);
}

/** A BIN of no real organisation for each office, centre and akim of the catalogue. */
export const demoOffices: Readonly<Record<string, string>> = {
  ...Object.fromEntries(numberAll(places.map(({ code }) => code))),
  ...Object.fromEntries(
    roster.flatMap(({ organisation }) => (organisation?.code ? [[organisation.code, organisation.bin]] : [])),
  ),
};
