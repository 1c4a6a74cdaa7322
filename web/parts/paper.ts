import type { Answer } from '../kit.ts';
import type { Text } from '../texts/text.ts';
import { scanTexts } from '../texts/scans.ts';

type Listed = Answer<'GET /services/{service}'>['documents'][number];

/** Who has to send a scan of a document, in words. */
export const needs: Readonly<Record<NonNullable<Listed['scan']>, Text>> = {
  everyone: scanTexts.needed,
  'one-of': scanTexts.oneOf,
};
