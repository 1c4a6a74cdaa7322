import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { letters, measure } from '../../../../lib/domain/diagram/letters.ts';
import { shorten, wrap } from '../../../../lib/domain/diagram/wrap.ts';

/** Width of a letter in a font at 100 px. */
function openFont(file: string) {
  const path = join(import.meta.dirname, '../../../../node_modules/dejavu-fonts-ttf/ttf', file);
  const document = new PDFDocument().font(path).fontSize(100);
  return (letter: string) => document.widthOfString(letter);
}

describe('letters', () => {
  it.each([
    ['DejaVuSans.ttf', false],
    ['DejaVuSans-Bold.ttf', true],
  ])('are no wider in %s than the table says', (file, bold) => {
    const width = openFont(file);
    expect(letters.filter((letter) => width(letter) > measure(letter, 100, bold) + 0.05)).toEqual([]);
  });

  it('of Kazakh are all in the table', () => {
    expect('ӘәҒғҚқҢңӨөҰұҮүҺһІі'.split('').filter((letter) => !letters.includes(letter))).toEqual([]);
  });
});

describe('a text', () => {
  const setting = { width: 100, size: 10 };

  it('is broken where it fits and loses no letter', () => {
    const lines = wrap('Маршрутизация уведомления о смене статуса «в работе» на ПЭП и ИС ЦОН', setting);
    expect(lines.every((line) => measure(line, 10) <= 100)).toBe(true);
    expect(lines.join(' ')).toBe('Маршрутизация уведомления о смене статуса «в работе» на ПЭП и ИС ЦОН');
  });

  it('breaks a word that is wider than the line with a hyphen', () => {
    const lines = wrap('идентификационному', { width: 60, size: 10 });
    expect(lines.map((line) => line.replace(/-$/, '')).join('')).toBe('идентификационному');
    expect(lines.every((line) => measure(line, 10) <= 60)).toBe(true);
  });

  it('is shortened by its brackets first', () => {
    const text = 'Принятие заявления на исполнение (в случае корректности введенных данных)';
    expect(shorten(text, 3, setting).join(' ')).toBe('Принятие заявления на исполнение');
  });

  it('is cut after a word when nothing else helps', () => {
    const lines = shorten('Формирование сообщения об отказе в связи с имеющимися нарушениями в данных', 3, setting);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/…$/);
  });
});
