import type { Bilingual } from '../language/bilingual.ts';
import { writeOfDay } from '../language/dates.ts';

/** The kinds of acts that approve a regulation, in the instrumental: «утверждён приказом». */
export const acts = {
  resolution: { kk: 'қаулысымен', ru: 'постановлением' },
  order: { kk: 'бұйрығымен', ru: 'приказом' },
} as const satisfies Record<string, Bilingual>;

/** What the act approves: the akimats' «регламент», the ministers' «правила». */
export const approved = {
  regulation: { kk: 'бекітілген регламент', ru: 'Регламент утверждён' },
  rules: { kk: 'бекітілген қағидалар', ru: 'Правила утверждены' },
} as const satisfies Record<string, Bilingual>;

export interface Named {
  readonly act: keyof typeof acts;
  readonly approves: keyof typeof approved;
  readonly issuer: string;
  /** The issuer in the genitive; absent for an akimat. */
  readonly by?: Bilingual | undefined;
  readonly number: string;
  /** ISO day. */
  readonly date: string;
}

const akimat = /^акимат(?=\s)/iu;

/** The decree's data names «акимат … области» in the nominative; other issuers need their genitive. */
export const isAkimat = ({ issuer }: Pick<Named, 'issuer'>): boolean => akimat.test(issuer);

/** «Регламент утверждён постановлением акимата … от 23 мая 2012 года № 149». */
export function nameDecree({ act, approves, issuer, by, number, date }: Named, region: Bilingual): Bilingual {
  const of = by ?? { kk: `${region.kk} әкімдігінің`, ru: issuer.replace(akimat, 'акимата') };
  return {
    kk: `${of.kk} ${writeOfDay(date, 'kk')} № ${number} ${acts[act].kk} ${approved[approves].kk}`,
    ru: `${approved[approves].ru} ${acts[act].ru} ${of.ru} ${writeOfDay(date, 'ru')} № ${number}`,
  };
}
