import type { Document } from './schema.ts';

/** What an attachment names that is a scan of no document of the list. */
export const OTHER = 'other';

/** The documents that a channel's list has, in its order. */
export const documentsIn = <Listed extends Pick<Document, 'channel'>>(
  documents: readonly Listed[],
  channel: string,
): Listed[] => documents.filter((each) => each.channel === undefined || each.channel === channel);
