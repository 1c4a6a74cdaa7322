import type { EdsChecked } from './check-eds.ts';

export interface KeptCheck {
  readonly reportKey: string;
  readonly evidenceKey: string;
}

/** Stores the report of a check and its evidence; `eds verify --evidence` makes the first from the second. */
export async function keepCheck(
  place: string,
  { report, evidence }: ReturnType<EdsChecked['documents']>,
  documents: { write(key: string, text: string, type: string): Promise<unknown> },
): Promise<KeptCheck> {
  const [reportKey, evidenceKey] = [`${place}/report.json`, `${place}/evidence.json`];
  await documents.write(reportKey, report, 'application/json');
  await documents.write(evidenceKey, evidence, 'application/json');
  return { reportKey, evidenceKey };
}
