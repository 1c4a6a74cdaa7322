import type { AttachmentKind } from '../request.ts';

/** How the names of files of a kind end; the first one is added where a name ends otherwise. */
const endings = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/tiff': ['.tif', '.tiff'],
} as const satisfies Record<AttachmentKind, readonly [string, ...string[]]>;
/** What no program opens. */
const other = ['.bin'] as const;

/**
 * The name under which a scan is saved. It ends as what the scan was found to be: a picture that is also a script, and is named
 * so, would be run by whoever opens it.
 */
export function savedName(name: string, type: string): string {
  const ends: readonly [string, ...string[]] = Object.hasOwn(endings, type) ? endings[type as AttachmentKind] : other;
  return ends.some((end) => name.toLowerCase().endsWith(end)) ? name : `${name}${ends[0]}`;
}
