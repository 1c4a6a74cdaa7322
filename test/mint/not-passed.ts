import type { Check, EdsReport } from '../../lib/eds/report.ts';

const reasonOf = ({ code, detail }: Check): string => {
  const why = detail?.['problem'] ?? detail?.['reason'];
  return why === undefined ? code : `${code}/${why}`;
};

/** Every check that did not pass, as `code` or `code/reason`, each once. */
export const notPassed = ({ checks, signers }: EdsReport): string[] => {
  const all = [...checks, ...signers.flatMap((signer) => signer.checks)];
  return [...new Set(all.filter(({ status }) => status === 'failed' || status === 'indeterminate').map(reasonOf))];
};
