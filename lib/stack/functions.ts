import type { Need } from './needs.ts';

/** What a function may use and what it gets. For a new folder functions/<area>/<verb>/, add a row here. */
export interface FunctionRow {
  /**
   * MB. Lambda gives CPU in proportion (1769 MB is one core), so functions that compute get more: `npm run bench:cold`.
   */
  readonly memory: number;
  /** Seconds. API Gateway gives up after 29. */
  readonly timeout: number;
  /** The function's variables and rights follow from these; it has no others. */
  readonly needs: readonly Need[];
  /** Requests a second for all callers of the route together, if the stage's own limit is too high. */
  readonly limit?: { readonly rate: number; readonly burst: number };
  /** Files of packages that are read at run time and cannot be bundled; paths below node_modules. */
  readonly files?: readonly string[];
  /** The pages of web/, which the function serves. */
  readonly pages?: true;
}

/** An area says who is harmed when its functions fail; alarms.ts says it in words. */
export type Area =
  | 'identity'
  | 'accounts'
  | 'catalogue'
  | 'verification'
  | 'site'
  | 'drafts'
  | 'submission'
  | 'cabinet'
  | 'queue'
  | 'reports'
  | 'journal'
  | 'decisions'
  | 'intake'
  | 'steps'
  | 'clocks'
  | 'outputs'
  | 'schedule'
  | 'mail';

export type FunctionTable = Readonly<Record<Area, Readonly<Record<string, FunctionRow>>>>;

const store = ['table:read', 'table:write'] as const satisfies readonly Need[];
/** What answers an employee is written into the access journal first (lib/domain/access/journal-rules.ts). */
const reads = ['table:read', 'journal:write'] as const satisfies readonly Need[];
const works = [...store, 'journal:write'] as const satisfies readonly Need[];
const tokens = [...store, 'token-keys:sign', 'public-url'] as const satisfies readonly Need[];
/** Checks a signature by the profile's rules up to the anchors, with the content of the trust bucket. */
const checksEds = ['trust:read', 'eds-profile', 'ocsp-sources'] as const satisfies readonly Need[];
/** What is signed gets a timestamp afterwards (docs/decisions/0047). */
const takesSigned = [...checksEds, 'tsp-sources'] as const satisfies readonly Need[];
/** … which these put into it. */
const stamps = [...takesSigned, 'documents:read', 'documents:write'] as const satisfies readonly Need[];
/** Scans are examined before they are signed, and compared again before the submission is accepted. */
const judgesScans = ['attachments:read', 'attachments:scanner'] as const satisfies readonly Need[];
/** The profile says whether people and keys are made up. */
const servesPages = ['storage-origins', 'profile-name'] as const satisfies readonly Need[];
const row = (memory: number, timeout: number, needs: readonly Need[], more: Partial<FunctionRow> = {}) =>
  ({ memory, timeout, needs, ...more }) satisfies FunctionRow;

/** Files that making a PDF reads: the list of lib/adapters/pdf/package-files.ts. Tests compare the two. */
const pdfFiles = [
  'dejavu-fonts-ttf/ttf/DejaVuSerifCondensed.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSerifCondensed-Bold.ttf',
  'pdfkit/js/data/sRGB_IEC61966_2_1.icc',
];

/**
 * Guessing passwords, filling the table with accounts and trying document numbers all need many calls. One address has
 * a far lower limit (address-limits.ts); this limit is for all of them together.
 */
const guarded = { limit: { rate: 50, burst: 100 } };

/**
 * Expensive, and called by people: higher than the limit of one address (firewall.ts), lower than that of the whole
 * API.
 */
const dear = { limit: { rate: 50, burst: 100 } };

export const functions = {
  identity: {
    authorize: row(512, 5, ['table:read', 'token-keys:read', 'public-url', 'staff-sign-in']),
    'sign-in': row(1024, 10, [...tokens, 'journal:write'], guarded),
    'issue-challenge': row(512, 10, [...store, 'public-url'], guarded),
    'sign-in-eds': row(1024, 25, [...tokens, 'journal:write', ...checksEds], guarded),
    'refresh-session': row(512, 10, tokens),
    'sign-out': row(512, 10, works),
    'list-sessions': row(512, 10, ['table:read']),
    'end-session': row(512, 10, works),
    'show-keys': row(512, 10, ['token-keys:read', 'gateway-keys:read']),
  },
  accounts: {
    'register-account': row(1024, 10, store, guarded),
    'create-account': row(1024, 10, works),
    'list-staff': row(512, 10, reads),
    'change-post': row(512, 25, works),
    'show-post': row(512, 10, ['table:read']),
    'accept-post': row(1024, 25, [...works, 'documents:write', ...checksEds], dear),
    'show-account': row(512, 10, ['table:read']),
    'change-account': row(512, 10, store),
    'confirm-email': row(512, 10, store, guarded),
    'change-password': row(1024, 10, tokens, guarded),
    'list-mandates': row(512, 10, reads),
    'give-mandate': row(512, 10, works),
    'take-mandate': row(512, 10, works),
    'list-people': row(512, 10, reads),
    'add-absence': row(512, 10, works),
    'end-absence': row(512, 10, works),
  },
  catalogue: {
    'list-services': row(512, 10, ['offers']),
    'show-service': row(512, 10, ['offers', 'fees']),
    'show-service-text': row(512, 10, []),
    'show-service-diagram': row(512, 10, []),
    'list-offices': row(512, 10, []),
    'show-openapi': row(512, 10, ['public-url']),
    'show-docs': row(512, 10, []),
    'answer-unknown': row(256, 5, []),
    'list-indicators': row(512, 10, ['table:read'], guarded),
  },
  verification: {
    'verify-document': row(512, 10, ['table:read'], guarded),
    'verify-eds': row(1024, 20, checksEds, guarded),
    'show-trust': row(512, 10, ['trust:read', 'eds-profile'], guarded),
    'show-certificates': row(512, 10, ['trust:read', 'eds-profile'], guarded),
  },
  /** Pages for people, served by the same API. */
  site: {
    'show-index': row(512, 10, ['public-url', ...servesPages], { pages: true }),
    'show-page': row(512, 10, servesPages, { pages: true }),
  },
  drafts: {
    'create-request': row(512, 10, [...works, 'offers']),
    'change-request': row(512, 10, works),
    'fill-from-registers': row(512, 25, [...works, 'gateways'], dear),
    'discard-request': row(512, 10, [...works, 'attachments:delete']),
    'attach-file': row(512, 10, [...works, 'attachments:write']),
    'remove-attachment': row(512, 10, [...works, 'attachments:delete']),
    'show-signable': row(512, 20, [...works, ...judgesScans]),
  },
  submission: {
    'submit-request': row(
      1024,
      25,
      [...works, ...judgesScans, 'documents:write', 'refused:write', ...takesSigned, 'machines:start', 'offers'],
      dear,
    ),
    'show-offer-signable': row(512, 10, reads),
    'show-withdrawal': row(512, 10, reads),
    'withdraw-request': row(
      1024,
      25,
      [...works, 'documents:write', 'refused:write', ...takesSigned, 'machines:signal'],
      dear,
    ),
    'show-complaint-signable': row(512, 10, reads),
    'file-complaint': row(1024, 25, [...works, 'documents:write', 'refused:write', ...takesSigned], dear),
    'answer-offer': row(
      1024,
      25,
      [...works, 'documents:write', 'refused:write', ...takesSigned, 'machines:start'],
      dear,
    ),
  },
  cabinet: {
    'show-request': row(512, 10, reads),
    'show-request-diagram': row(512, 10, reads),
    'list-requests': row(512, 10, reads),
    'show-signature-report': row(512, 10, [...reads, 'documents:read', 'refused:read']),
    'list-notices': row(512, 10, ['table:read']),
    'read-notices': row(512, 10, store),
    'link-attachment': row(512, 10, [...reads, 'attachments:read']),
    'link-output': row(512, 10, [...reads, 'documents:read']),
    // Draws the document again to compare it, draws the card, and checks it: some 200 ms of a core.
    'link-card': row(
      1769,
      20,
      [...reads, 'documents:read', 'documents:write', 'public-url', 'trust:read', 'eds-profile'],
      { files: pdfFiles, ...dear },
    ),
    'open-mailed-result': row(512, 10, [...works, 'documents:read', 'machines:signal'], guarded),
    'link-delivery': row(1024, 20, [...reads, 'documents:read', 'documents:write'], { files: pdfFiles, ...dear }),
    'link-reply': row(512, 10, [...reads, 'documents:read']),
    'link-receipt': row(1024, 20, [...reads, 'documents:read', 'documents:write'], { files: pdfFiles, ...dear }),
    'link-withdrawal': row(1024, 20, [...reads, 'documents:read', 'documents:write'], { files: pdfFiles, ...dear }),
    'show-queue': row(512, 10, reads),
    'find-status': row(512, 10, reads),
    'show-access': row(512, 10, ['table:read', 'journal:read']),
    'answer-questionnaire': row(512, 10, works),
    'disown-address': row(512, 10, store, guarded),
  },
  queue: {
    'list-work': row(512, 10, reads),
    'show-work': row(512, 10, reads),
    'list-queue': row(512, 10, reads),
    'list-complaints': row(512, 10, reads),
    'show-complaint': row(512, 10, reads),
    'offer-place': row(512, 10, works),
    'propose-place': row(512, 10, works),
    'decide-proposal': row(512, 10, works),
    'claim-work': row(512, 10, works),
    'release-work': row(512, 10, works),
    'count-work': row(512, 10, ['table:read']),
    'list-ended': row(512, 10, reads),
    'find-requests': row(512, 10, reads),
    // Fifty requests, ten at a time.
    'give-work': row(512, 25, works),
    'recall-work': row(512, 25, works),
    'claim-several': row(512, 25, works),
  },
  reports: {
    'list-register': row(512, 10, reads),
    // Ten thousand rows: some seconds of a core.
    'link-register': row(1769, 25, [...reads, 'registers:read', 'registers:write'], dear),
    'show-statistics': row(512, 15, ['table:read']),
  },
  /** For auditors. */
  journal: {
    'list-acts': row(512, 15, [...reads, 'journal:read']),
    'list-journal': row(512, 15, [...reads, 'journal:read']),
    'check-journal': row(1024, 25, ['journal:read', 'journal:write', 'seals:read']),
  },
  decisions: {
    'finish-work': row(512, 10, [...works, 'machines:signal']),
    'extend-work': row(512, 10, works),
    'accept-work': row(512, 10, [...works, 'machines:signal']),
    'decide-work': row(512, 10, [...works, 'machines:signal']),
    // Makes the document with the name of whoever is to sign it.
    'show-output-signable': row(1024, 20, [...works, 'documents:read', 'documents:write', 'public-url'], {
      files: pdfFiles,
    }),
    'show-outputs-signable': row(1024, 25, [...works, 'documents:read', 'documents:write', 'public-url'], {
      files: pdfFiles,
      ...dear,
    }),
    'write-reply': row(1024, 20, [...works, 'documents:read', 'documents:write', 'public-url'], {
      files: pdfFiles,
      ...dear,
    }),
    'sign-reply': row(
      1024,
      25,
      [...works, 'documents:read', 'documents:write', 'refused:write', ...takesSigned, 'machines:start'],
      dear,
    ),
    'show-reopening': row(512, 10, reads),
    'reopen-request': row(
      1024,
      25,
      [...works, 'documents:write', 'refused:write', ...takesSigned, 'machines:start'],
      dear,
    ),
    'show-correction': row(512, 10, reads),
    'correct-output': row(
      1024,
      25,
      [...works, 'documents:write', 'refused:write', ...takesSigned, 'machines:start', 'machines:signal'],
      dear,
    ),
    'sign-output': row(
      1024,
      25,
      [...works, 'documents:read', 'documents:write', 'refused:write', ...takesSigned, 'machines:signal'],
      dear,
    ),
    'sign-outputs': row(
      1024,
      25,
      [...works, 'documents:read', 'documents:write', 'refused:write', ...takesSigned, 'machines:signal'],
      dear,
    ),
    'store-work': row(512, 10, works),
    'repeat-mailing': row(512, 10, works),
  },
  intake: {
    'confirm-identity': row(512, 15, store),
    'confirm-submission': row(1024, 25, [...store, ...stamps]),
    'ask-registry': row(512, 30, [...store, 'gateways']),
    'check-payment': row(512, 30, [...store, 'gateways', 'fees']),
    'refuse-request': row(512, 15, store),
  },
  steps: {
    'print-receipt': row(512, 15, store),
    'notify-applicant': row(512, 15, store),
    'route-request': row(512, 15, store),
    'number-request': row(512, 15, store),
    'show-status': row(512, 15, store),
    'close-request': row(512, 15, store),
  },
  clocks: {
    'measure-term': row(512, 15, store),
    'open-work': row(512, 15, store),
    'escalate-work': row(512, 15, store),
    // Run by hand after the working calendar has changed.
    'recompute-deadlines': row(512, 900, store),
  },
  outputs: {
    'form-output': row(512, 15, store),
    'create-output': row(1024, 30, [...store, 'documents:read', 'documents:write', 'public-url'], {
      files: pdfFiles,
    }),
    'deliver-output': row(1024, 25, [...store, ...stamps]),
  },
  schedule: {
    sweep: row(512, 50, [
      ...store,
      ...stamps,
      'documents:erase',
      'attachments:list',
      'attachments:delete',
      'machines:start',
      'machines:signal',
      'mail',
      'public-url',
    ]),
    'count-statistics': row(1024, 300, store),
    'refresh-trust': row(512, 120, ['trust:read', 'trust:write']),
    'seal-journal': row(512, 120, ['journal:read', 'seals:read', 'seals:write']),
    'erase-journal': row(512, 120, ['table:read', 'journal:read', 'journal:erase', 'seals:read']),
  },
  mail: {
    // SES calls it through EventBridge (mail.ts).
    'note-return': row(512, 15, store),
  },
} as const satisfies FunctionTable;
