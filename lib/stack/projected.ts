/** The indexes whose lists show open work; it changes with every step, and the others are not written then. */
const ofWork = new Set(['officeLines', 'workerLines', 'registerLines']);

/** The attributes that an index of lines holds beside keys (docs/decisions/0032); undefined: it holds keys alone. */
export const projectedIn = (index: string): readonly string[] | undefined =>
  ofWork.has(index) ? ['line', 'work'] : index.endsWith('Lines') ? ['line'] : undefined;
