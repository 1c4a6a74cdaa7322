import type { Texts } from './text.ts';

/** A legal person in whose name somebody applies; before anybody has signed only its number is known. */
export const organisationTexts = {
  organisation: { kk: 'Ұйымның атынан', ru: 'От имени организации' },
  number: { kk: 'БСН {bin}', ru: 'БИН {bin}' },
  named: { kk: '{name}, БСН {bin}', ru: '{name}, БИН {bin}' },
} as const satisfies Texts;
