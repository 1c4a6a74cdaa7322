/** What the catalogue says of a document. */
export interface Paper {
  readonly channel?: string | undefined;
  readonly code: string;
  readonly scan?: string | undefined;
}

/** Codes of the documents of which a channel needs a scan; where one of several is enough, the last of them. */
export function papersToSend(documents: readonly Paper[], channel: string): string[] {
  const asked = documents.filter((each) => each.channel === undefined || each.channel === channel);
  const choice = asked.filter(({ scan }) => scan === 'one-of').slice(-1);
  return [...asked.filter(({ scan }) => scan === 'everyone'), ...choice].map(({ code }) => code);
}
