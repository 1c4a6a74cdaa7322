/** A row of the regulation's table, by the machine's name for it, and the time at which it is performed. */
export interface Performed {
  readonly row: string;
  readonly at: Date;
}
