import { describe, expect, it } from '@jest/globals';
import { cardOf, officeNamed } from '../../../../lib/domain/regulation/card.ts';
import { OwnPlaces, ownPlaces, type OwnPlace } from '../../../../lib/domain/regulation/own-places.ts';
import { mergePlaces, placesOf } from '../../../../lib/domain/regulation/place.ts';
import { readRegulations } from '../../../../statemachines/read.ts';

const regulations = readRegulations().regulations.map(({ regulation }) => regulation);
const find = (id: string) => regulations.find((regulation) => regulation.id === id)!;

const aktau: OwnPlace = {
  code: 'mangystau-education-aktau',
  kind: 'office',
  region: 'mangystau',
  name: 'Отдел образования города А',
  nameKk: 'А қаласының білім бөлімі',
  address: 'город А, 1',
  phones: ['8-7292 00-00-00'],
  hours: 'с 9.00 до 18.00 часов, перерыв с 13.00 до 14.00, выходной-воскресенье',
  source: 'the test',
};
const akimsOffice: OwnPlace = {
  ...aktau,
  code: 'mangystau-education-akim-b',
  name: 'Аппарат акима села Б',
};
const centre: OwnPlace = { ...aktau, code: 'mangystau-con-aktau', kind: 'centre', name: 'ЦОН города А' };

describe("the deployment's own places", () => {
  it('stand instead of the one office and the one centre of a region, for every service of the department', () => {
    for (const service of ['preschool-queue', 'guardianship-certificate', 'minors-deposits-certificate']) {
      const places = placesOf(find(`mangystau-${service}`), [aktau, akimsOffice, centre]);
      expect(places.map(({ code }) => code)).toEqual([
        'mangystau-education-aktau',
        'mangystau-education-akim-b',
        'mangystau-con-aktau',
        'mangystau-akimat',
      ]);
    }
    const other = placesOf(find('mangystau-unemployed-certificate'), [aktau, centre]);
    expect(other.map(({ code }) => code)).toEqual(['mangystau-employment', 'mangystau-con-aktau', 'mangystau-akimat']);
  });

  it('are listed once with all their services, and no region-wide office beside them', () => {
    const all = mergePlaces(regulations, [aktau]);
    const found = all.filter(({ code }) => code.startsWith('mangystau-education'));
    const { source: _, ...shown } = aktau;
    expect(found).toEqual([
      {
        ...shown,
        services: [
          'mangystau-guardianship-certificate',
          'mangystau-minors-deposits-certificate',
          'mangystau-minors-property-certificate',
          'mangystau-preschool-queue',
        ],
      },
    ]);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  });

  it('say of a place of a directory what the decree lacks, and keep the rest', () => {
    const [arys] = placesOf(find('south-kazakhstan-preschool-queue'), []);
    const { code, name } = arys!;
    const said = {
      code,
      name,
      kind: 'office',
      region: 'south-kazakhstan',
      nameKk: 'Бөлім',
      source: 'the test',
    } as const;
    expect(placesOf(find('south-kazakhstan-preschool-queue'), [said])[0]).toEqual({ ...arys, nameKk: 'Бөлім' });
  });

  it('are refused where no service has them', () => {
    const nobody = { ...aktau, code: 'mangystau-archives-aktau' };
    expect(() => mergePlaces(regulations, [nobody])).toThrow('of no service: mangystau-archives-aktau');
  });

  it('are refused if they stand twice, are of another region or have hours that cannot be read', () => {
    const refused = (places: readonly object[]) =>
      OwnPlaces.safeParse({ why: 'a test', places }).error?.issues.map(({ message }) => message);
    expect(refused([aktau])).toBeUndefined();
    expect(refused([aktau, aktau])).toEqual(['mangystau-education-aktau stands twice']);
    expect(refused([{ ...aktau, code: 'zhambyl-education-a' }])).toEqual([
      'the code of zhambyl-education-a begins with another region',
    ]);
    expect(refused([{ ...aktau, hours: 'когда открыто' }])).toEqual(['not read as hours']);
  });

  it('in the file are all of some service', () => {
    expect(() => mergePlaces(regulations, ownPlaces())).not.toThrow();
  });
});

describe('the name of an office', () => {
  const offices = [
    { code: 'a', name: 'Отдел', nameKk: 'Бөлім' },
    { code: 'b', name: 'Другой' },
  ];

  it('is in both languages where its Kazakh name is known', () => {
    expect(officeNamed({ offices }, 'a')).toEqual({ kk: 'Бөлім', ru: 'Отдел' });
    expect(officeNamed({ offices }, 'b')).toBe('Другой');
    expect(officeNamed({ offices }, 'gone')).toBe('gone');
  });

  it('is on the card without a Kazakh one where no source gives it', () => {
    for (const { offices: listed } of regulations.map(cardOf))
      for (const office of listed) expect(Object.keys(office)).toEqual(['code', 'name']);
  });
});
