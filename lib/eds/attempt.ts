import { EdsRefusal } from './refusal.ts';

/** The value, or undefined if the bytes were refused. Any other error is a defect of ours and is thrown on. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof EdsRefusal) return undefined;
    throw error;
  }
}
