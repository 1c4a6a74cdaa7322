import { oids } from '../eds/oid.ts';
import { text, type Text } from '../eds/texts/language.ts';

/** Policies of the national authority's certificates (those of its first generation each name an owner and a purpose). */
const policies: Readonly<Record<string, Text>> = {
  '1.2.398.3.3.2': text(
    'Certificates of the national authority',
    'Сертификаты Национального удостоверяющего центра',
    'Ұлттық куәландырушы орталықтың сертификаттары',
  ),
  '1.2.398.3.3.2.1': text('Organisation, signature', 'Юридическое лицо, подпись', 'Заңды тұлға, қол қою'),
  '1.2.398.3.3.2.2': text(
    'Organisation, authentication',
    'Юридическое лицо, аутентификация',
    'Заңды тұлға, аутентификация',
  ),
  '1.2.398.3.3.2.3': text('Individual, signature', 'Физическое лицо, подпись', 'Жеке тұлға, қол қою'),
  '1.2.398.3.3.2.4': text(
    'Individual, authentication',
    'Физическое лицо, аутентификация',
    'Жеке тұлға, аутентификация',
  ),
};

const purposes: Readonly<Record<string, Text>> = {
  [oids.keyPurpose.emailProtection]: text(
    'Secure e-mail',
    'Защищённая электронная почта',
    'Қорғалған электрондық пошта',
  ),
  [oids.keyPurpose.clientAuth]: text('Client authentication', 'Аутентификация клиента', 'Клиентті аутентификациялау'),
  [oids.owner.individual]: text('Individual', 'Физическое лицо', 'Жеке тұлға'),
  [oids.owner.organisation]: text('Organisation', 'Юридическое лицо', 'Заңды тұлға'),
  '1.2.398.3.3.4.1.2.1': text('First head', 'Первый руководитель', 'Бірінші басшы'),
  '1.2.398.3.3.4.1.2.2': text('Right to sign', 'Право подписи', 'Қол қою құқығы'),
  '1.2.398.3.3.4.1.2.3': text(
    'Financial documents',
    'Право подписи финансовых документов',
    'Қаржы құжаттарына қол қою құқығы',
  ),
  '1.2.398.3.3.4.1.2.4': text('Personnel', 'Сотрудник отдела кадров', 'Кадр бөлімінің қызметкері'),
  '1.2.398.3.3.4.1.2.5': text('Employee', 'Сотрудник', 'Қызметкер'),
};

const usages: Readonly<Record<string, Text>> = {
  digitalSignature: text('digital signature', 'цифровая подпись', 'цифрлық қолтаңба'),
  nonRepudiation: text('non-repudiation', 'неотрекаемость', 'бас тартпаушылық'),
  keyEncipherment: text('key encipherment', 'шифрование ключей', 'кілттерді шифрлау'),
  dataEncipherment: text('data encipherment', 'шифрование данных', 'деректерді шифрлау'),
  keyAgreement: text('key agreement', 'согласование ключей', 'кілттерді келісу'),
};

type Written = 'ru' | 'kk';
const say = (words: Readonly<Record<string, Text>>, oid: string, language: Written): string =>
  words[oid] ? `${words[oid][language]} (${oid})` : oid;

export const sayPolicy = (oid: string, language: Written): string => say(policies, oid, language);
export const sayPurpose = (oid: string, language: Written): string => say(purposes, oid, language);
export const sayUsage = (usage: string, language: Written): string => usages[usage]?.[language] ?? usage;
