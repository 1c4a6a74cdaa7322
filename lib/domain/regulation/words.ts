/** The closed vocabularies of a regulation. The loader refuses any other word, with the file's line. */
/**
 * The departments of local executive bodies that provide services, by their usual Russian names. The codes of its
 * offices begin with the department's, so that the employment and the education department of one town are two places.
 */
export const departments = {
  agriculture: 'Отдел сельского хозяйства',
  archives: 'Архив',
  architecture: 'Отдел архитектуры и градостроительства',
  culture: 'Отдел культуры и развития языков',
  education: 'Отдел образования',
  employment: 'Отдел занятости и социальных программ',
  entrepreneurship: 'Отдел предпринимательства',
  housing: 'Отдел жилищных отношений',
  land: 'Отдел земельных отношений',
  sport: 'Отдел физической культуры и спорта',
  transport: 'Отдел пассажирского транспорта и автомобильных дорог',
  veterinary: 'Отдел ветеринарии',
} as const;
export type Department = keyof typeof departments;

/** Where a request is made; `paper` is the department itself without an information system. */
export const channels = ['portal', 'con', 'mio', 'paper', 'akim'] as const;
export type ChannelName = (typeof channels)[number];

/** Where a request of a channel is made: on the portal, or at the counter of a centre, a department or an akim. */
export const counters = ['portal', 'con', 'mio', 'akim'] as const;
export type Counter = (typeof counters)[number];

/** Who looks at a status: the applicant's cabinet, the service centre's screen, the executive body's screen. */
export const views = ['portal', 'con', 'mio'] as const;
export type View = (typeof views)[number];

export const units = ['second', 'minute', 'hour', 'day', 'business_day', 'calendar_day', 'month'] as const;
export type Unit = (typeof units)[number];

/** What the status views show. The Russian words are the decrees', if these name one; Kazakh is a translation. */
export const statuses = {
  submitted: { ru: 'Заявление подано', kk: 'Өтініш берілді' },
  received: { ru: 'Поступившие', kk: 'Түскен' },
  'in-progress': { ru: 'В работе', kk: 'Жұмыста' },
  extended: { ru: 'Срок продлён', kk: 'Мерзімі ұзартылды' },
  ready: { ru: 'Результат готов', kk: 'Нәтиже дайын' },
  completed: { ru: 'Оказание услуги завершено', kk: 'Қызмет көрсету аяқталды' },
} as const;
export type Status = keyof typeof statuses;

/** What a system does in a row: each is a Lambda, and a folder of this name in functions/. */
export const effects = [
  'confirm-identity',
  'confirm-submission',
  'number-request',
  'route-request',
  'show-status',
  'form-output',
  'create-output',
  'deliver-output',
  'ask-registry',
  'check-payment',
  'print-receipt',
  'notify-applicant',
  'refuse-request',
] as const;
export type Effect = (typeof effects)[number];

/**
 * What people do in a row, as an open work item.
 *
 * - `accept` takes the request into work · `check` compares the documents with what the regulation requires
 * - `assign` names an executor (the head's resolution) · `survey` visits the family, `conclude` gives the commission's opinion
 * - `prepare` drafts the answer · `decide` approves or refuses (and may extend, where the term may be extended)
 * - `sign` signs the output by EDS; on paper, by hand · `approve` is the head's signature under an executor's draft
 * - `forward` passes papers between bodies · `hand-over` gives the result to the applicant and records it
 */
export const tasks = [
  'accept',
  'check',
  'assign',
  'survey',
  'conclude',
  'prepare',
  'decide',
  'approve',
  'sign',
  'forward',
  'hand-over',
] as const;
export type Task = (typeof tasks)[number];

/** Who does a work item. */
export const workers = ['mio', 'con', 'head', 'akim', 'commission'] as const;
export type Worker = (typeof workers)[number];

/** What a row may answer; the conditions of `goes` name these. */
export const outcomes = [
  'confirmed',
  'unconfirmed',
  'found',
  'absent',
  'paid',
  'unpaid',
  'approved',
  'refused',
] as const;
export type Outcome = (typeof outcomes)[number];

/** State registers that a row may ask. */
export const registries = ['gbd-fl', 'gbd-ul', 'enis', 'address', 'family', 'property'] as const;
export type Registry = (typeof registries)[number];

/**
 * About whom or what a register is asked: `power` is the power of attorney by which the representative acts, `organisation` the
 * legal person in whose name the applicant applies.
 */
export const subjects = ['applicant', 'representative', 'power', 'organisation'] as const;
export type Subject = (typeof subjects)[number];

/** What each register holds, and can therefore be asked about. */
export const held = {
  'gbd-fl': ['applicant', 'representative'],
  'gbd-ul': ['organisation'],
  enis: ['power'],
  address: ['applicant'],
  family: ['applicant'],
  property: ['applicant'],
} as const satisfies Record<Registry, readonly Subject[]>;

/** What a register tells of a person, so that a form can be filled with it. */
export const registerAnswers = [
  'fullName',
  'surname',
  'firstName',
  'patronymic',
  'birthDate',
  'identityCard',
  'identityCardIssuedBy',
  'identityCardIssuedOn',
  'address',
] as const;
export type RegisterAnswer = (typeof registerAnswers)[number];
/** Registers that tell them; the others only say whether they know somebody. */
export const tellingRegisters = ['gbd-fl'] as const satisfies readonly Registry[];
export type TellingRegister = (typeof tellingRegisters)[number];

/** What people call the registers that fill forms. */
export const registerNames = {
  'gbd-fl': { ru: 'ГБД «Физические лица»', kk: '«Жеке тұлғалар» МДҚ' },
} as const satisfies Record<TellingRegister, { readonly ru: string; readonly kk: string }>;

/** The fields of every form in which somebody may act for the applicant, by what they hold. */
export const representativeFields = {
  iin: 'representativeIin',
  fullName: 'representativeName',
  number: 'powerNumber',
  issuedOn: 'powerIssuedOn',
  until: 'powerUntil',
  notary: 'powerNotary',
} as const;

/** What carries out a step outside the rows; a row is named `row N`. */
export const carriers = {
  'register-account': 'POST /accounts',
  'sign-in': 'POST /sessions',
  'check-sign-in': 'POST /sessions: password hash or EDS challenge',
  'refuse-sign-in': 'POST /sessions: 401 problem details',
  'come-in-person': 'POST /requests by the employee, applicant named by IIN',
  'refuse-orally': 'said by the employee at the counter, not recorded (a reading)',
  'fill-form': 'POST /requests, PUT /requests/{id}/form, POST /requests/{id}/attachments',
  'ask-registers': 'POST /requests/{id}/register-data: the register fills the form, or it is filled in by hand',
  'sign-request': 'GET /requests/{id}/signable, POST /requests/{id}/submission',
  'check-eds': 'POST /requests/{id}/submission: verifyEds, identity of signer and session',
  'refuse-eds': 'POST /requests/{id}/submission: 422 problem details, kept in the history',
  pay: 'the payment gateway of "electronic government", by the number of the invoice that check-payment makes',
  // The queue is data between two executions: these processes begin after the machine has ended.
  'offer-place': 'GET /queue, POST /requests/{id}/offers: notice by cabinet and e-mail',
  'answer-offer':
    'GET /requests/{id}/offers/{offer}/signable, POST /requests/{id}/offers/{offer}/answer: in writing, signed by EDS',
} as const;
export type Carrier = keyof typeof carriers;
