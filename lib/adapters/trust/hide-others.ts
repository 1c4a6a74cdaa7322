import type { EdsReport } from '../../eds/report.ts';

/** The report without the IINs of signers, except the one that its reader knows: their own. Nobody is shown an employee's. */
export const hideOthers = (report: EdsReport, own?: string): EdsReport => ({
  ...report,
  signers: report.signers.map((signer) => {
    const { iin, ...rest } = signer.identity ?? { kind: 'individual', roles: [] };
    return signer.identity && iin !== own ? { ...signer, identity: rest } : signer;
  }),
});
