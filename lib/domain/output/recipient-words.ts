import type { Bilingual } from '../language/bilingual.ts';

/**
 * Documents by which people show who they are: point 14 of Akmola's regulation on certificates for the unemployed (decree
 * А-11/491), the only one that lists them. Kazakh is our translation.
 */
export const identityDocuments = {
  'identity-card': { kk: 'жеке куәлік', ru: 'удостоверение личности' },
  passport: { kk: 'паспорт', ru: 'паспорт' },
  'residence-permit': {
    kk: 'шетелдіктің Қазақстан Республикасында тұруға ықтиярхаты',
    ru: 'вид на жительство иностранца в Республике Казахстан',
  },
  'stateless-card': { kk: 'азаматтығы жоқ адамның куәлігі', ru: 'удостоверение лица без гражданства' },
  'oralman-card': { kk: 'оралман куәлігі', ru: 'удостоверение оралмана' },
} as const satisfies Record<string, Bilingual>;

export type IdentityDocument = keyof typeof identityDocuments;

export const recipients = {
  applicant: { kk: 'өтініш берушінің өзі', ru: 'сам заявитель' },
  representative: { kk: 'өкіл', ru: 'представитель' },
} as const satisfies Record<string, Bilingual>;
