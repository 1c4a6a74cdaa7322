import type { Check, CheckStatus, EdsReport, Inadmissible, Proof, SignerReport } from './report.ts';
import { describeCheck, describeProblem, type Language } from './texts.ts';
import { proofEndTexts } from './texts/proof-ends.ts';
import { labels, roleTexts, verdictTexts } from './texts/words.ts';

const marks = {
  passed: '+',
  failed: '-',
  indeterminate: '?',
  'not-applicable': ' ',
  'not-checked': '!',
  warning: '!',
} as const satisfies Record<CheckStatus, string>;

/**
 * The report as a block of text. It names the signer, so it is only for people who may see the request, never for logs.
 */
export function describeReport(report: EdsReport, language: Language): string {
  const again =
    report.tryAgainAfter === undefined ? [] : [`${labels.tryAgainAfter[language]}: ${report.tryAgainAfter}`];
  return [
    `${verdictTexts[report.verdict][language]}.`,
    ...again,
    ...report.checks.map((check) => describeLine(check, language)),
    ...(report.inadmissible ?? []).map((each) => describeInadmissible(each, language)),
    ...report.signers.flatMap((signer) => ['', ...describeSigner(signer, language)]),
    '',
  ].join('\n');
}

const describeInadmissible = ({ evidence, problem, count }: Inadmissible, language: Language): string =>
  `  ! ${labels.inadmissible[language]}: ${labels[evidence][language]} – ${count} (${describeProblem(problem, language)})`;

const describeLine = (check: Check, language: Language): string =>
  `  ${marks[check.status]} ${describeCheck(check, language)}  [${check.source}]`;

const describeProof = ({ restsOn, until, endsBy, algorithm }: Proof, language: Language): string =>
  `${labels.proofEnds[language]}: ${until} (${labels[restsOn][language]}; ${proofEndTexts[endsBy][language]}${algorithm === undefined ? '' : `: ${algorithm}`})`;

function describeSigner(signer: SignerReport, language: Language): readonly string[] {
  const { identity, algorithm, claimedTime, referenceTime, referenceTimeSource, proof, timestampEnds, checks } = signer;
  const number = identity?.iin === undefined ? '' : `, ${labels.iin[language]} ${identity.iin}`;
  const organisation = [identity?.organisation, identity?.bin && `${labels.bin[language]} ${identity.bin}`].flatMap(
    (part) => part ?? [],
  );
  const roles = (identity?.roles ?? []).map((role) => roleTexts[role][language]);
  return [
    `${labels.signer[language]}: ${identity?.commonName ?? '—'}${number}. ${verdictTexts[signer.verdict][language]}.`,
    ...(organisation.length > 0 ? [`  ${labels.organisation[language]}: ${organisation.join(', ')}`] : []),
    ...(roles.length > 0 ? [`  ${labels.roles[language]}: ${roles.join(', ')}`] : []),
    ...(algorithm === undefined ? [] : [`  ${labels.algorithm[language]}: ${algorithm}`]),
    `  ${labels.referenceTime[language]}: ${referenceTime} (${labels[referenceTimeSource][language]})`,
    ...(proof === undefined ? [] : [`  ${describeProof(proof, language)}`]),
    ...(timestampEnds === undefined ? [] : [`  ${labels.proofEnds[language]}: ${timestampEnds}`]),
    ...(claimedTime === undefined ? [] : [`  ${labels.claimedTime[language]}: ${claimedTime}`]),
    ...checks.map((check) => describeLine(check, language)),
  ];
}
