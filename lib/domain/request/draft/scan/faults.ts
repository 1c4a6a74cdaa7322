/** What is wrong with a scan's content: rules of a field's error, in words in lib/domain/problem/field-text.ts. */
export const scanFaults = ['type', 'cut', 'encrypted', 'broken', 'malware'] as const;
export type ScanFault = (typeof scanFaults)[number];
