import { CfnParameter, Fn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/** People reach a deployment by TLS alone; one machine talks to itself without. */
const schemeOf = ({ isOneMachine }: Pick<Stage, 'isOneMachine'>) => (isOneMachine ? 'https?' : 'https');
const originOf = (stage: Pick<Stage, 'isOneMachine'>) => String.raw`${schemeOf(stage)}://[A-Za-z0-9.\-]+(:[0-9]{1,5})?`;

const purpose = '(persons|timestamps|revocation)';
const anchor = String.raw`[0-9a-f]{64}(=${purpose}(\+${purpose})*)?`;

/** Origins of the pages that upload. A browser sends an origin without a path, so one with a path would never match. */
export function declareUploadOrigins(scope: Construct, stage: Pick<Stage, 'isOneMachine'>): string[] {
  const origin = originOf(stage);
  const parameter = new CfnParameter(scope, 'UploadOrigins', {
    description: 'Where the pages that upload scans come from: scheme, host and port, no path; separated by commas.',
    allowedPattern: `^${origin}(,${origin})*$`,
  });
  return Fn.split(',', parameter.valueAsString);
}

/** The parameters of the functions' stack; docs/deploy.md explains each. */
export function declareParameters(scope: Construct, stage: Pick<Stage, 'isOneMachine' | 'staffSignIn'>) {
  return {
    publicUrl: new CfnParameter(scope, 'PublicUrl', {
      description: 'Address under which people reach the service; printed in documents and mail. No slash at the end.',
      allowedPattern: String.raw`^${schemeOf(stage)}://[A-Za-z0-9.:\-]+(/[A-Za-z0-9._\-]+)*$`,
    }),
    mailFrom: new CfnParameter(scope, 'MailFrom', {
      description: 'Sender of notices; the address or its domain is a verified SES identity.',
      allowedPattern: String.raw`^[^@\s<>"]+@[^@\s<>"]+$`,
    }),
    edsProfile: new CfnParameter(scope, 'EdsProfile', {
      description: 'Signature profile: which algorithms, policies and key usages are accepted.',
      default: 'kz-nca',
      allowedPattern: '^[a-z0-9-]+$',
    }),
    gatewayUrl: new CfnParameter(scope, 'GatewayUrl', {
      description:
        'Address of the gateway to state registers and payments. While it cannot be reached, rows that ask it wait.',
      default: 'https://gateway.invalid',
    }),
    staffSignIn: new CfnParameter(scope, 'StaffSignIn', {
      description:
        'How employees sign in to touch requests: eds, or either (by password, too), where the stage allows it.',
      default: stage.staffSignIn,
      allowedPattern: stage.staffSignIn === 'eds' ? '^eds$' : '^(eds|either)$',
    }),
    offers: new CfnParameter(scope, 'Offers', {
      description:
        'Which services are offered: named (those in statemachines/offered.json), or all, for a demonstration.',
      default: 'named',
      allowedPattern: '^(named|all)$',
    }),
    fees: new CfnParameter(scope, 'Fees', {
      description:
        'Which services cost something: named (those in statemachines/fees.json), or also those of its demonstration.',
      default: 'named',
      allowedPattern: '^(named|demo)$',
    }),
    malwareScanner: new CfnParameter(scope, 'MalwareScanner', {
      description: 'Who looks for malware in uploaded scans: off, or guardduty where it protects the bucket of scans.',
      default: 'off',
      allowedPattern: '^(off|guardduty)$',
    }),
    edsAnchors: new CfnParameter(scope, 'EdsAnchors', {
      description:
        'SHA-256 of each trusted authority (DER), hexadecimal, and what it is trusted for, separated by commas: <sha256>=persons+timestamps. Without a purpose: persons alone.',
      allowedPattern: `^${anchor}(,${anchor})*$`,
    }),
    crlSources: new CfnParameter(scope, 'CrlSources', {
      description: 'Addresses of revocation lists, separated by commas; fetched every hour.',
      allowedPattern: String.raw`^https?://[^\s,]+(,https?://[^\s,]+)*$`,
    }),
    ocspSources: new CfnParameter(scope, 'OcspSources', {
      description: 'Addresses of OCSP responders, separated by commas; none: revocation lists alone decide.',
      default: '',
      allowedPattern: String.raw`^(https?://[^\s,]+(,https?://[^\s,]+)*)?$`,
    }),
    tspSources: new CfnParameter(scope, 'TspSources', {
      description: 'Addresses of timestamp authorities, separated by commas; none: signatures get no timestamp.',
      default: '',
      allowedPattern: String.raw`^(https?://[^\s,]+(,https?://[^\s,]+)*)?$`,
    }),
  };
}
export type Parameters = ReturnType<typeof declareParameters>;
