/** How many bytes of a scan's beginning and end are read to find what it is. */
export const EDGE_BYTES = 1024;

/** Reads the bytes `first` to `last`, both included, or fewer where the file ends. */
export type ReadRange = (first: number, last: number) => Promise<Uint8Array>;

/** A file of `size` bytes, with its first and last kilobyte. */
export interface Looked {
  readonly size: number;
  readonly head: Buffer;
  readonly tail: Buffer;
  readonly read: ReadRange;
}
