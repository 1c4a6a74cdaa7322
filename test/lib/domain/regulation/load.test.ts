import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import validate from 'asl-validator';
import { describeDefect } from '../../../../lib/domain/regulation/defect.ts';
import { loadRegulation } from '../../../../lib/domain/regulation/load.ts';
import { parseNext } from '../../../../lib/domain/regulation/next.ts';
import { parseStep } from '../../../../lib/domain/regulation/step.ts';
import { parseTerm } from '../../../../lib/domain/regulation/term.ts';
import { compileChannel } from '../../../../statemachines/compile.ts';

const file = 'statemachines/regulations/south-kazakhstan/149-unemployed-certificate.yaml';
const sound = readFileSync(join(import.meta.dirname, '../../../..', file), 'utf8');

/** The defects after one edit, and the edited line. */
function edited(from: string, to: string): { readonly line: number; readonly found: string[] } {
  const at = sound.indexOf(from);
  expect(at).toBeGreaterThan(0);
  const loaded = loadRegulation(sound.slice(0, at) + to + sound.slice(at + from.length), 'x.yaml');
  const line = sound.slice(0, at + from.length).split('\n').length;
  return { line, found: 'defects' in loaded ? loaded.defects.map(describeDefect) : [] };
}

describe('an editing mistake is shown with its line', () => {
  it.each([
    ['a way to a row that is not there', "next: '14'\n", "next: '99'\n", 'row 13 goes on to 99, which is not there'],
    ['an unknown actor', 'actor: ИС ЦОН', 'actor: ИС ЦГО', 'unknown actor "ИС ЦГО"'],
    [
      'a term without a unit',
      'term: Не более 10 минут\n',
      'term: Не более 10\n',
      'no amount with a unit in "Не более 10"',
    ],
    ['a number that stands twice', 'no: 5\n', 'no: 4\n', 'expected row 5, found 4'],
    ['an unknown effect', 'effect: form-output', 'effect: form-outputs', 'Invalid input'],
    ['an office that stands twice', 'code: kazygurt', 'code: baidibek', 'the code stands twice'],
    ['an unknown key', 'provider:', 'providers:', 'Unrecognized key: "providers"'],
    ['broken YAML', 'service: unemployed-certificate', 'service: [unemployed', 'Flow sequence'],
  ])('%s', (_, from, to, reason) => {
    const { line, found } = edited(from, to);
    expect(found.some((defect) => defect.includes(reason))).toBe(true);
    const lines = found.map((defect) => Number(defect.split(':')[1]));
    // A row's own mistake is shown at the row or in it; a missing key at its parent.
    expect(lines.some((shown) => Math.abs(shown - line) <= 12 || shown === 1 || shown <= 4)).toBe(true);
  });

  it.each([
    [
      'a delivery of what nobody signs',
      '{ work: sign, by: mio }',
      '{ idle: nothing }',
      'row 14: "deliver-output" comes on a way without "sign" before it',
    ],
    [
      'work on a request without a number',
      '{ effect: number-request }',
      '{ idle: nothing }',
      'row 4: "show-status" comes on a way without "number-request" before it',
    ],
  ])('%s: is shown at the row that cannot be carried out', (_, from, to, reason) => {
    expect(edited(from, to).found[0]).toContain(reason);
  });

  it('a row that continues elsewhere than its source says needs a reading', () => {
    const { found } = edited(
      "next: '3'\n        does: [{ effect: route-request, to: [mio, con] }]",
      "next: '3'\n        does: [{ effect: route-request, to: [mio, con] }]\n        goes: 4",
    );
    expect(found.join('\n')).toContain('no reading says why');
  });
});

describe('a queue', () => {
  const queue = readFileSync(
    join(import.meta.dirname, '../../../..', 'statemachines/regulations/south-kazakhstan/149-preschool-queue.yaml'),
    'utf8',
  );
  const defects = (from: string | RegExp, to: string) => {
    const loaded = loadRegulation(queue.replace(from, to), 'x.yaml');
    return 'defects' in loaded ? loaded.defects.map(describeDefect) : [];
  };

  it.each([
    ['without an interim document', /  interim:\n(?:    .*\n)+/],
    ['without a term to answer in', /^queue:\n(?:  .*\n)+/m],
    ['without a row to go on from in a channel', /    again:\n(?:      .*\n)+/],
  ])('%s is a defect', (_, part) => {
    expect(queue).toMatch(part);
    expect(defects(part, '').join('\n')).toContain(
      'a queue needs an interim document, and each channel a row to go on',
    );
  });

  it('continues only from a decision', () => {
    expect(defects('row: 6', 'row: 7').join('\n')).toContain('row 7 does not decide');
    expect(defects('row: 6', 'row: 99').join('\n')).toContain('row 99 does not decide');
    expect(defects('name: queueNumber', 'name: childName').join('\n')).toContain('the field stands twice');
  });
});

describe('a sixteenth regulation', () => {
  it('is one more file, and every channel of it compiles to a valid machine', () => {
    const text = sound
      .replace('region: south-kazakhstan', 'region: zhambyl')
      .replace("number: '149'", "number: 'А-12/7'");
    const loaded = loadRegulation(text, 'sixteenth.yaml');
    if ('defects' in loaded) throw new Error(loaded.defects.map(describeDefect).join('\n'));
    expect(loaded.regulation.machine).toBe('zhambyl-a-12-7-unemployed-certificate');
    for (const channel of loaded.regulation.channels)
      expect(validate(compileChannel(loaded.regulation, channel)).errors).toEqual([]);
  });
});

describe('cells', () => {
  it('terms are read with their unit, range and extension', () => {
    expect(parseTerm('Не более 10 минут')).toMatchObject({ max: { value: 10, unit: 'minute' } });
    expect(parseTerm('30 секунд – 1 минута')).toMatchObject({
      min: { value: 30, unit: 'second' },
      max: { value: 1, unit: 'minute' },
    });
    expect(parseTerm('От 15 до 30 календарных дней (в исключительных случаях до 6 мес.)')).toEqual({
      text: 'От 15 до 30 календарных дней (в исключительных случаях до 6 мес.)',
      min: { value: 15, unit: 'calendar_day' },
      max: { value: 30, unit: 'calendar_day' },
      extended: { value: 6, unit: 'month' },
    });
    expect(parseTerm('Три рабочих дня (день приема не входит)')).toMatchObject({
      max: { value: 3, unit: 'business_day' },
    });
    expect(parseTerm('3 дня')).toMatchObject({ max: { value: 3, unit: 'day' } });
    expect(parseTerm('В течение рабочего дня')).toMatchObject({ max: { value: 1, unit: 'business_day' } });
    expect(parseTerm('Не менее двух раз в день')).toMatchObject({ max: { value: 1, unit: 'business_day' } });
    expect(parseTerm('-')).toEqual({ text: '-' });
    expect(parseTerm('скоро')).toBeUndefined();
  });

  it('terms of several cases are read from the shortest to the longest', () => {
    const text =
      '2 минуты При поступлении документов через Центр в течение рабочего дня При обращении потребителя в уполномоченный орган - 2 минуты';
    expect(parseTerm(text)).toEqual({
      text,
      min: { value: 2, unit: 'minute' },
      max: { value: 1, unit: 'business_day' },
    });
    expect(parseTerm('2 минуты При поступлении документов через Центр- 1 час')).toMatchObject({
      min: { value: 2, unit: 'minute' },
      max: { value: 1, unit: 'hour' },
    });
    expect(parseTerm('В течение 2 минут через Центр 2 дня')).toMatchObject({
      min: { value: 2, unit: 'minute' },
      max: { value: 2, unit: 'day' },
    });
    expect(parseTerm('30 минут')).toEqual({ text: '30 минут', max: { value: 30, unit: 'minute' } });
  });

  it('next actions are read with their conditions', () => {
    expect(parseNext('-')).toEqual([]);
    expect(parseNext('12')).toEqual([{ to: 12 }]);
    expect(parseNext('8- если есть нарушения; 9- если нарушений нет')).toEqual([
      { to: 8, if: 'если есть нарушения' },
      { to: 9, if: 'если нарушений нет' },
    ]);
    expect(parseNext('далее')).toBeUndefined();
  });

  it('steps are read with their kind and number', () => {
    expect(parseStep('6) процесс 4 - подписание')).toEqual({ item: 6, kind: 'process', number: 4, text: 'подписание' });
    expect(parseStep('3) условие 1 – проверка')).toEqual({ item: 3, kind: 'condition', number: 1, text: 'проверка' });
    expect(parseStep('1) потребитель')).toEqual({ item: 1, kind: 'step', number: 1, text: 'потребитель' });
    expect(parseStep('потребитель')).toBeUndefined();
  });
});
