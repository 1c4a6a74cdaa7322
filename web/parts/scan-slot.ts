/**
 * Which document of the regulation's list a scan belongs to. The API keeps only names, so the name begins with the
 * document's number: "3_spravka.pdf" is a scan of the third.
 */
export const nameScan = (slot: number, name: string): string => `${slot}_${nameFile(name)}`;

/** A file's name as the API accepts it, with room for the slot's number. */
export const nameFile = (name: string): string => name.replaceAll(/[\p{Cc}/\\]/gu, '').slice(-190);

export const slotOf = (name: string): number | undefined => {
  const [, slot] = /^(\d{1,2})_/.exec(name) ?? [];
  return slot === undefined ? undefined : Number(slot);
};

export const plainName = (name: string): string => name.replace(/^\d{1,2}_/, '');
