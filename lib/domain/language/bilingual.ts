/** The state language and the second official one: every text for people exists in both. */
export const languages = ['kk', 'ru'] as const;
export type Language = (typeof languages)[number];

export interface Bilingual {
  readonly kk: string;
  readonly ru: string;
}
