/** A place in a regulation's file: keys and indexes from the top. */
export type Path = readonly (string | number)[];

/** What is wrong, and where in the data; the line is not known yet. */
export interface Finding {
  readonly path: Path;
  readonly reason: string;
}

/** What is wrong in a file, for a person with an editor: `file:line: reason`. Lines count from 1. */
export interface Defect extends Finding {
  readonly file: string;
  readonly line: number;
}

export const describeDefect = ({ file, line, path, reason }: Defect): string =>
  `${file}:${line}: ${path.join('.')}: ${reason}`;
