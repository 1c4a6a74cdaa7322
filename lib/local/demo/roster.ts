import type { Role } from '../../domain/access/roles.ts';
import type { PersonRole } from '../authority/profile.ts';
import { demoBin, demoIin } from './demo-number.ts';

/** An office or centre of the demo people, or a company; `code` is the short name in the regulations' directories. */
interface DemoOrganisation {
  readonly code?: string;
  readonly name: string;
  readonly bin: string;
}

const shymkent = {
  code: 'south-kazakhstan-employment-shymkent',
  name: 'ДЕМО: отдел занятости города Шымкент',
  bin: demoBin(1),
};
const turkestan = {
  code: 'south-kazakhstan-employment-turkestan',
  name: 'ДЕМО: отдел занятости города Туркестан',
  bin: demoBin(2),
};
const centre = {
  code: 'south-kazakhstan-con-shymkent-1',
  name: 'ДЕМО: центр обслуживания № 1, Шымкент',
  bin: demoBin(3),
};
const education = {
  code: 'south-kazakhstan-education-shymkent',
  name: 'ДЕМО: отдел образования города Шымкент',
  bin: demoBin(6),
};
const commission = {
  code: 'akmola-employment-akkol',
  name: 'ДЕМО: отдел занятости Аккольского района',
  bin: demoBin(7),
};
const akimat = { name: 'ДЕМО: акимат Южно-Казахстанской области', bin: demoBin(4) };

/** The only office of the demo people to which organisations apply. */
const archive = {
  code: 'south-kazakhstan-archives-shymkent',
  name: 'ДЕМО: архив города Шымкент',
  bin: demoBin(9),
};
/** A legal person that applies; it serves nobody. */
const company = { name: 'ДЕМО: ТОО «Үлгі»', bin: demoBin(8) };

/** The body above, where complaints are answered. */
const above = { ...akimat, code: 'south-kazakhstan-akimat' };

/** One of the demo people of `npm start`. All are called Демо; none stands for a real person. */
export interface RosterEntry {
  /** Name of the person's files. */
  readonly slug: string;
  readonly role: Role;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly iin: string;
  readonly language: 'kk' | 'ru';
  readonly certificateRole: PersonRole;
  readonly organisation?: DemoOrganisation;
  readonly position?: string;
  /** The head of their office lets them sign. */
  readonly mandate?: true;
  /** Their certificates are revoked, to show how such a signature is refused. */
  readonly revoked?: true;
}

const citizen = { role: 'applicant', certificateRole: 'individual' } as const;
const officer = { role: 'mio-officer', certificateRole: 'employee', position: 'главный специалист (демо)' } as const;

type Birth = Parameters<typeof demoIin>;

/** The serial number within a birth date; no two demo people may have the same. */
const demo = (
  slug: string,
  names: readonly [string, string],
  birth: Birth,
  rest: Omit<RosterEntry, 'slug' | 'surname' | 'firstName' | 'patronymic' | 'iin'>,
): RosterEntry => ({
  slug,
  surname: 'Демо',
  firstName: names[0],
  patronymic: names[1],
  iin: demoIin(...birth),
  ...rest,
});

export const roster: readonly RosterEntry[] = [
  demo('applicant-azamat', ['Азамат', 'Үлгіұлы'], ['1990-03-15', 'male', 1], { ...citizen, language: 'kk' }),
  demo('applicant-aigul', ['Айгүл', 'Үлгіқызы'], ['2001-11-02', 'female', 2], { ...citizen, language: 'ru' }),
  demo('officer-serik', ['Серік', 'Мысалұлы'], ['1984-06-21', 'male', 3], {
    ...officer,
    mandate: true,
    language: 'kk',
    organisation: shymkent,
  }),
  demo('officer-gulnar', ['Гүлнар', 'Мысалқызы'], ['1988-12-09', 'female', 4], {
    ...officer,
    language: 'ru',
    organisation: shymkent,
  }),
  demo('officer-erlan', ['Ерлан', 'Мысалұлы'], ['1979-01-30', 'male', 5], {
    ...officer,
    language: 'kk',
    organisation: turkestan,
  }),
  demo('head-bakyt', ['Бақыт', 'Мысалұлы'], ['1972-08-17', 'male', 6], {
    role: 'mio-head',
    certificateRole: 'firstHead',
    language: 'kk',
    organisation: shymkent,
    position: 'руководитель отдела (демо)',
  }),
  demo('operator-dinara', ['Динара', 'Мысалқызы'], ['1993-04-05', 'female', 7], {
    role: 'con-operator',
    certificateRole: 'employee',
    language: 'ru',
    organisation: centre,
    position: 'инспектор центра (демо)',
  }),
  demo('auditor-askhat', ['Асхат', 'Сынақұлы'], ['1981-10-26', 'male', 8], {
    role: 'auditor',
    certificateRole: 'employee',
    language: 'ru',
    organisation: akimat,
    position: 'аудитор (демо)',
  }),
  demo('administrator-madina', ['Мадина', 'Сынаққызы'], ['1986-02-28', 'female', 9], {
    role: 'administrator',
    certificateRole: 'employee',
    language: 'ru',
    organisation: akimat,
    position: 'администратор (демо)',
  }),
  demo('akim-kanat', ['Қанат', 'Мысалұлы'], ['1969-05-11', 'male', 11], {
    role: 'akim',
    certificateRole: 'firstHead',
    language: 'kk',
    organisation: { code: 'akmola-akim-001', name: 'ДЕМО: аким сельского округа', bin: demoBin(5) },
    position: 'аким (демо)',
  }),
  demo('applicant-unknown', ['Белгісіз', 'Дерексіз'], ['1991-01-19', 'male', 12], { ...citizen, language: 'ru' }),
  demo('applicant-revoked', ['Қайрат', 'Қайтарылған'], ['1995-07-07', 'male', 10], {
    ...citizen,
    language: 'ru',
    revoked: true,
  }),
  demo('officer-zhanar', ['Жанар', 'Мысалқызы'], ['1985-09-14', 'female', 14], {
    ...officer,
    mandate: true,
    language: 'kk',
    organisation: education,
  }),
  demo('member-gaziz', ['Ғазиз', 'Мысалұлы'], ['1976-05-05', 'male', 16], {
    role: 'commission-member',
    certificateRole: 'employee',
    language: 'kk',
    organisation: commission,
    position: 'член комиссии (демо)',
  }),
  demo('head-aliya', ['Әлия', 'Мысалқызы'], ['1974-03-28', 'female', 15], {
    role: 'mio-head',
    certificateRole: 'firstHead',
    language: 'ru',
    organisation: education,
    position: 'руководитель отдела образования (демо)',
  }),
  demo('above-nurlan', ['Нұрлан', 'Мысалұлы'], ['1968-10-07', 'male', 17], {
    role: 'mio-head',
    certificateRole: 'firstHead',
    language: 'kk',
    organisation: above,
    position: 'заместитель акима (демо)',
  }),
  demo('head-zhanna', ['Жанна', 'Мысалқызы'], ['1970-06-02', 'female', 20], {
    role: 'mio-head',
    certificateRole: 'firstHead',
    language: 'ru',
    organisation: archive,
    position: 'директор архива (демо)',
  }),
  // They apply in the name of the company, and only its head may.
  demo('company-head-marat', ['Марат', 'Үлгіұлы'], ['1971-04-12', 'male', 18], {
    role: 'applicant',
    certificateRole: 'firstHead',
    language: 'ru',
    organisation: company,
  }),
  demo('company-employee-dana', ['Дана', 'Үлгіқызы'], ['1994-08-23', 'female', 19], {
    role: 'applicant',
    certificateRole: 'employee',
    language: 'kk',
    organisation: company,
  }),
];
