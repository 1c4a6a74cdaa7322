import { expect, it } from '@jest/globals';
import { openOfficeNumbers } from '../../../../lib/adapters/trust/office-numbers.ts';
import { start, after } from '../identity/people.ts';

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const of = (files: Record<string, unknown>) => {
  let reads = 0;
  const readAll = async () => {
    reads += 1;
    return new Map(Object.entries(files).map(([name, value]) => [`offices/${name}.json`, bytes(value)]));
  };
  return { binOf: openOfficeNumbers('trust', { readAll }), reads: () => reads };
};

it('a place has the BIN from one of the files, which are read again after a minute', async () => {
  const { binOf, reads } = of({ south: { shymkent: '120140000015' }, north: { akmola: '120140000023' } });
  expect(await binOf('shymkent', start)).toBe('120140000015');
  expect(await binOf('akmola', after(59))).toBe('120140000023');
  expect(reads()).toBe(1);
  await binOf('akmola', after(60));
  expect(reads()).toBe(2);
});

it('no file, another place, a broken file and two different numbers give none', async () => {
  expect(await of({}).binOf('shymkent', start)).toBeUndefined();
  const { binOf } = of({
    good: { shymkent: '120140000015', twice: '120140000015' },
    other: { twice: '120140000023' },
    broken: '{"otyrar":',
    malformed: { turkestan: '12' },
  });
  expect(await binOf('shymkent', start)).toBe('120140000015');
  for (const place of ['twice', 'otyrar', 'turkestan', 'constructor', ''])
    expect(await binOf(place, start)).toBeUndefined();
});

it('a bucket that cannot be reached is asked again the next time', async () => {
  let away = true;
  const readAll = async () => {
    if (away) throw new Error('S3 is away');
    return new Map([['offices/a.json', bytes({ shymkent: '120140000015' })]]);
  };
  const binOf = openOfficeNumbers('trust', { readAll });
  await expect(binOf('shymkent', start)).rejects.toThrow('away');
  away = false;
  expect(await binOf('shymkent', start)).toBe('120140000015');
});
