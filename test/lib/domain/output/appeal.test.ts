import { describe, expect, it } from '@jest/globals';
import { addressOf, rightOfAppeal, writeAddress } from '../../../../lib/domain/output/appeal.ts';
import { findService, PRESENT, serviceIds } from '../../../../lib/domain/regulation/cards.ts';
import { places } from '../../../../lib/domain/regulation/places.ts';
import { readRegulations } from '../../../../statemachines/read.ts';

const serviceCards = serviceIds.map((id) => findService(id, PRESENT)!);

const said = (words: readonly { readonly ru: string }[]) => words.map(({ ru }) => ru).join('\n');

describe('the right of appeal', () => {
  it('names the office with its address and telephones, and the akimat of its region', () => {
    for (const card of serviceCards)
      for (const { code } of card.offices) {
        const words = said(rightOfAppeal(card, addressOf(code), '2026-11-30'));
        const { name, address = '', phones } = places.find((place) => place.code === code)!;
        for (const part of [name, address, ...phones, 'Акимат (']) expect(words).toContain(part);
      }
  });

  it('repeats the words of the regulation that promise an explanation, and only those', () => {
    for (const { regulation } of readRegulations().regulations) {
      const { appeal, contacts } = regulation;
      expect(appeal !== undefined).toBe(/обжалован/.test(contacts?.text ?? ''));
      if (!appeal) continue;
      expect(contacts?.text).toContain(appeal.words.ru);
      expect(contacts?.text).toContain(appeal.phone ?? '');
      expect(appeal.source).toBe(contacts?.source);
      expect(said(rightOfAppeal(regulation, { name: 'Отдел' }, '2026-11-30'))).toContain(`«${appeal.words.ru}»`);
    }
  });

  it('adds what the law of the day says, and nothing that nobody has read', () => {
    const court = { kk: 'Сот', ru: 'Суд' };
    const [card] = serviceCards;
    expect(rightOfAppeal(card!, { name: 'Отдел' }, '2026-11-30', [court]).at(-1)).toEqual(court);
    expect(said(rightOfAppeal(card!, { name: 'Отдел' }, '2026-11-30'))).not.toMatch(/суд|кодекс/i);
  });

  it('fits into a fact of a notice for every office', () => {
    for (const place of places.filter(({ kind }) => kind === 'office'))
      expect(writeAddress(place).length).toBeLessThanOrEqual(300);
  });
});
