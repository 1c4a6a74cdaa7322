import type { Language } from '../language/bilingual.ts';
import { problems, type ProblemCode } from './codes.ts';
import { boundErrors } from './bound-errors.ts';
import type { Refusal } from './problem.ts';

/** RFC 9457 problem details, with our `code`, and `errors` naming each field. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly [extension: string]: unknown;
}

/** How many characters of the header are read; browsers send about fifty. */
const ACCEPT_LANGUAGE = 512;

/** The language of the text: the first of ru/kk that `Accept-Language` names (RFC 9110 12.5.4, by weight), else Russian. */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, ACCEPT_LANGUAGE)
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const weight = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find((q) => q !== undefined);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => (language === 'ru' || language === 'kk' || language === 'kz') && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  // `kz` is the country; people and programs write it for the language.
  return wanted[0] && wanted[0].language !== 'ru' ? 'kk' : 'ru';
}

export function problemDetails(refusal: Refusal, language: Language): ProblemDetails {
  const problem = problems[refusal.refused];
  return {
    type: `urn:e-akimat:problem:${refusal.refused.replace('/', ':')}`,
    title: fillPlaces(problem[language], refusal.facts ?? {}),
    status: problem.status,
    code: refusal.refused,
    ...(refusal.errors && boundErrors(refusal.errors, language)),
    ...(refusal.inWords && { text: refusal.inWords[language] }),
    ...refusal.extension,
  };
}

const fillPlaces = (text: string, facts: Readonly<Record<string, string | number>>) =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
