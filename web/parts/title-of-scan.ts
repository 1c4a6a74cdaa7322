import type { Answer, useText } from '../kit.ts';

/** What an employee reads over a scan: the document that it shows, or else the file's name. */
export const titleOfScan = (
  { name, documentText }: Answer<'GET /requests/{id}'>['attachments'][number],
  t: ReturnType<typeof useText>,
): string => (documentText ? t(documentText) : name);
