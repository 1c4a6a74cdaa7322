import type { Attachments } from './attachments.ts';

/** What a malware scanner says about an uploaded scan. */
export type AskScanner = (request: string, attachment: string) => Promise<'clean' | 'found' | 'waiting'>;

/** The scanners that a deployment can choose with its parameter MalwareScanner; `off` is the default. */
const scanners = {
  off: () => async () => 'clean' as const,
  /** Amazon GuardDuty, enabled for the bucket, writes its finding as a tag. Only its "nothing found" is clean. */
  guardduty:
    ({ readScanResult }: Pick<Attachments, 'readScanResult'>) =>
    async (request: string, attachment: string) => {
      const result = await readScanResult(request, attachment);
      if (result === undefined) return 'waiting' as const;
      return result === 'NO_THREATS_FOUND' ? 'clean' : 'found';
    },
} satisfies Record<string, (store: Pick<Attachments, 'readScanResult'>) => AskScanner>;

/** @throws Error for an unknown scanner */
export function openScanner(name: string, store: Pick<Attachments, 'readScanResult'>): AskScanner {
  if (!Object.hasOwn(scanners, name)) throw new Error(`there is no scanner of the name ${name}`);
  return scanners[name as keyof typeof scanners](store);
}
