import { EdsRefusal } from './refusal.ts';

/** The value, or undefined when the bytes were refused. Any other error is a fault of ours and goes on. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof EdsRefusal) return undefined;
    throw error;
  }
}
