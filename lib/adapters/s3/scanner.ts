import type { Attachments } from './attachments.ts';

/** What a scanner for malware says of an uploaded scan. */
export type AskScanner = (request: string, attachment: string) => Promise<'clean' | 'found' | 'waiting'>;

/** The scanners that a deployment can choose by its parameter MalwareScanner; `off` is the default. */
const scanners = {
  off: () => async () => 'clean' as const,
  /** Amazon GuardDuty, switched on for the bucket, writes what it found as a tag. Only its "nothing found" is clean. */
  guardduty:
    ({ readScanResult }: Pick<Attachments, 'readScanResult'>) =>
    async (request: string, attachment: string) => {
      const result = await readScanResult(request, attachment);
      if (result === undefined) return 'waiting' as const;
      return result === 'NO_THREATS_FOUND' ? 'clean' : 'found';
    },
} satisfies Record<string, (store: Pick<Attachments, 'readScanResult'>) => AskScanner>;

/** @throws Error if there is no scanner of the name */
export function openScanner(name: string, store: Pick<Attachments, 'readScanResult'>): AskScanner {
  if (!Object.hasOwn(scanners, name)) throw new Error(`there is no scanner of the name ${name}`);
  return scanners[name as keyof typeof scanners](store);
}
