import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { partsOf } from '../../web/parts/parts-of-time.ts';
import { readSteps } from '../../web/parts/read-steps.ts';
import { nameFile } from '../../web/parts/file-name.ts';

describe('a diagram', () => {
  it('is also a list: every action once, in its own words', () => {
    const file = 'docs/regulations/akmola/a-11-491-unemployed-certificate.portal.svg';
    const steps = readSteps(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));
    expect(steps.length).toBeGreaterThan(3);
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps.join(' ')).not.toMatch(/[<>]|&amp;/);
  });

  it('decodes the escaped letters', () => {
    expect(readSteps('<title>A &amp; B &lt;C&gt; &quot;D&quot;</title>')).toEqual(['A & B <C> "D"']);
  });
});

describe('the name of a scan', () => {
  it('contains nothing that the API refuses, and keeps its extension', () => {
    expect(nameFile('a/b\\c\u0000.pdf')).toBe('abc.pdf');
    expect(nameFile(`${'x'.repeat(300)}.pdf`)).toMatch(/^x+\.pdf$/);
    expect(nameFile(`${'x'.repeat(300)}.pdf`)).toHaveLength(200);
  });
});

describe('the time that is left', () => {
  it.each([
    ['PT14M', [['minute', 14]]],
    [
      'PT2H5M',
      [
        ['hour', 2],
        ['minute', 5],
      ],
    ],
    ['PT4H5M', [['hour', 4]]],
    [
      'P1DT2H5M',
      [
        ['business_day', 1],
        ['hour', 2],
      ],
    ],
    ['P1DT5M', [['business_day', 1]]],
    ['P10DT7H', [['business_day', 10]]],
    ['PT0M', []],
    ['tomorrow', []],
  ])('%s is written no more exactly than people need', (duration, parts) => {
    expect(partsOf(duration)).toEqual(parts);
  });
});
