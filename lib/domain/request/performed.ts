/** A row of the regulation's table as the machine names it, with the time at which it is performed. */
export interface Performed {
  readonly row: string;
  readonly at: Date;
}
