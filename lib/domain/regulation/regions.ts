import type { Bilingual } from '../language/bilingual.ts';
import type { Zone } from '../calendar/zone.ts';

interface Area {
  readonly ru: string;
  readonly kk: string;
  readonly zone: Zone;
  readonly from?: string;
  readonly until?: string;
}

/**
 * The regions and cities of republican significance, whose akimats provide the services; `from` and `until` are the first
 * and last day under this name. Dates as the press gave them: the decrees of 19 June 2018 (South Kazakhstan became
 * Turkistan, Shymkent a city of its own) and of 3 May 2022, in force since 8 June (Abai, Zhetisu, Ulytau); the acts
 * themselves were not read.
 */
const areas = {
  abai: { ru: 'область Абай', kk: 'Абай облысы', zone: 'Asia/Almaty', from: '2022-06-08' },
  akmola: { ru: 'Акмолинская область', kk: 'Ақмола облысы', zone: 'Asia/Almaty' },
  aktobe: { ru: 'Актюбинская область', kk: 'Ақтөбе облысы', zone: 'Asia/Aqtobe' },
  almaty: { ru: 'Алматинская область', kk: 'Алматы облысы', zone: 'Asia/Almaty' },
  atyrau: { ru: 'Атырауская область', kk: 'Атырау облысы', zone: 'Asia/Atyrau' },
  'east-kazakhstan': { ru: 'Восточно-Казахстанская область', kk: 'Шығыс Қазақстан облысы', zone: 'Asia/Almaty' },
  zhambyl: { ru: 'Жамбылская область', kk: 'Жамбыл облысы', zone: 'Asia/Almaty' },
  zhetisu: { ru: 'область Жетісу', kk: 'Жетісу облысы', zone: 'Asia/Almaty', from: '2022-06-08' },
  'west-kazakhstan': { ru: 'Западно-Казахстанская область', kk: 'Батыс Қазақстан облысы', zone: 'Asia/Oral' },
  karaganda: { ru: 'Карагандинская область', kk: 'Қарағанды облысы', zone: 'Asia/Almaty' },
  kostanay: { ru: 'Костанайская область', kk: 'Қостанай облысы', zone: 'Asia/Qostanay' },
  kyzylorda: { ru: 'Кызылординская область', kk: 'Қызылорда облысы', zone: 'Asia/Qyzylorda' },
  mangystau: { ru: 'Мангистауская область', kk: 'Маңғыстау облысы', zone: 'Asia/Aqtau' },
  pavlodar: { ru: 'Павлодарская область', kk: 'Павлодар облысы', zone: 'Asia/Almaty' },
  'north-kazakhstan': { ru: 'Северо-Казахстанская область', kk: 'Солтүстік Қазақстан облысы', zone: 'Asia/Almaty' },
  'south-kazakhstan': {
    ru: 'Южно-Казахстанская область',
    kk: 'Оңтүстік Қазақстан облысы',
    zone: 'Asia/Almaty',
    until: '2018-06-18',
  },
  turkistan: { ru: 'Туркестанская область', kk: 'Түркістан облысы', zone: 'Asia/Almaty', from: '2018-06-19' },
  ulytau: { ru: 'область Ұлытау', kk: 'Ұлытау облысы', zone: 'Asia/Almaty', from: '2022-06-08' },
  'city-of-almaty': { ru: 'город Алматы', kk: 'Алматы қаласы', zone: 'Asia/Almaty' },
  'city-of-astana': { ru: 'город Астана', kk: 'Астана қаласы', zone: 'Asia/Almaty' },
  'city-of-shymkent': { ru: 'город Шымкент', kk: 'Шымкент қаласы', zone: 'Asia/Almaty', from: '2018-06-19' },
} as const satisfies Readonly<Record<string, Area>>;
export type Region = keyof typeof areas;
export const regions: Readonly<Record<Region, Area>> = areas;
export const nameOf = (code: Region): Bilingual => ({ kk: regions[code].kk, ru: regions[code].ru });
/** For schemas: `z.enum(regionCodes)`. */
export const regionCodes = Object.keys(areas) as [Region, ...Region[]];
