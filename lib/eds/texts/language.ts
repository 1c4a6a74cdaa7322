/** The languages of reports: English for developers, Russian and Kazakh for people. */
export type Language = 'en' | 'ru' | 'kk';
export const languages = ['en', 'ru', 'kk'] as const satisfies readonly Language[];

export type Text = Readonly<Record<Language, string>>;

export const text = (en: string, ru: string, kk: string): Text => ({ en, ru, kk });
