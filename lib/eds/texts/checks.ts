import type { CheckCode } from '../report-codes.ts';
import { text, type Text } from './language.ts';

/** What each check is about. */
export const checkTexts = {
  cost: text('Cost of the check', 'Трудоёмкость проверки', 'Тексерудің еңбек сыйымдылығы'),
  'cms-form': text('Form of the signature (CMS)', 'Форма подписи (CMS)', 'Қолтаңба пішіні (CMS)'),
  'signers-present': text('Somebody signed', 'Подпись поставлена', 'Қолтаңба қойылған'),
  content: text('Signed content', 'Подписанное содержимое', 'Қол қойылған мазмұн'),
  'signer-certificate': text("Signer's certificate", 'Сертификат подписавшего', 'Қол қоюшының сертификаты'),
  'signed-attributes': text('Signed attributes', 'Подписанные атрибуты', 'Қол қойылған атрибуттар'),
  'content-type': text('Type of the content', 'Тип содержимого', 'Мазмұн түрі'),
  'message-digest': text('Digest of the content', 'Хеш содержимого', 'Мазмұн хеші'),
  'algorithms-agree': text(
    'Algorithms agree with each other',
    'Алгоритмы согласованы между собой',
    'Алгоритмдер өзара үйлеседі',
  ),
  'algorithm-allowed': text('Algorithm of the signature', 'Алгоритм подписи', 'Қолтаңба алгоритмі'),
  'key-strength': text('Strength of the key', 'Стойкость ключа', 'Кілт беріктігі'),
  signature: text('Signature', 'Подпись', 'Қолтаңба'),
  'signing-certificate': text(
    'Certificate bound to the signature',
    'Привязка сертификата к подписи',
    'Сертификаттың қолтаңбаға байланысы',
  ),
  'timestamp-form': text('Form of the timestamp', 'Форма метки времени', 'Уақыт белгісінің пішіні'),
  'timestamp-imprint': text(
    'Timestamp is of this signature',
    'Метка времени относится к этой подписи',
    'Уақыт белгісі осы қолтаңбаға қатысты',
  ),
  'timestamp-signature': text('Signature of the timestamp', 'Подпись метки времени', 'Уақыт белгісінің қолтаңбасы'),
  'timestamp-authority': text(
    'Authority of the timestamp',
    'Полномочия службы меток времени',
    'Уақыт белгісі қызметінің өкілеттігі',
  ),
  'timestamp-time': text('Time of the timestamp', 'Время метки времени', 'Уақыт белгісінің уақыты'),
  'content-timestamp': text(
    'Timestamp of the content before it was signed',
    'Метка времени содержимого до подписания',
    'Мазмұнға қол қойылғанға дейінгі уақыт белгісі',
  ),
  'counter-signature': text('Counter-signature', 'Заверяющая подпись', 'Растайтын қолтаңба'),
  'validation-data-timestamp': text(
    'Timestamp of the data for verification',
    'Метка времени данных для проверки',
    'Тексеру деректерінің уақыт белгісі',
  ),
  'archive-timestamp': text(
    'Archive timestamp or evidence record',
    'Архивная метка времени или запись доказательств',
    'Мұрағаттық уақыт белгісі немесе дәлелдеме жазбасы',
  ),
  'path-found': text(
    'Path to a trusted authority',
    'Путь до доверенного удостоверяющего центра',
    'Сенімді куәландырушы орталыққа дейінгі жол',
  ),
  'certificate-signature': text('Signature of the certificate', 'Подпись сертификата', 'Сертификат қолтаңбасы'),
  'certificate-validity': text(
    'Validity of the certificate',
    'Срок действия сертификата',
    'Сертификаттың қолданылу мерзімі',
  ),
  'certificate-not-revoked': text(
    'Certificate is not revoked',
    'Сертификат не отозван',
    'Сертификат қайтарып алынбаған',
  ),
  'certificate-issuer-name': text('Name of the issuer', 'Имя издателя', 'Шығарушының атауы'),
  'certificate-names-permitted': text(
    'Names permitted to the issuer',
    'Имена, разрешённые издателю',
    'Шығарушыға рұқсат етілген атаулар',
  ),
  'certificate-policy-known': text('Policies of the certificate', 'Политики сертификата', 'Сертификат саясаттары'),
  'issuer-policy-mappings': text(
    'Policy mappings of the issuer',
    'Соответствия политик издателя',
    'Шығарушы саясаттарының сәйкестігі',
  ),
  'issuer-is-authority': text(
    'Issuer is a certification authority',
    'Издатель является удостоверяющим центром',
    'Шығарушы — куәландырушы орталық',
  ),
  'issuer-path-length': text('Length of the path', 'Длина пути', 'Жолдың ұзындығы'),
  'issuer-may-sign-certificates': text(
    'Issuer may sign certificates',
    'Издатель вправе подписывать сертификаты',
    'Шығарушының сертификаттарға қол қоюға құқығы',
  ),
  'critical-extensions-known': text('Critical extensions', 'Критические расширения', 'Аса маңызды кеңейтімдер'),
  'path-policy-accepted': text('Policy of the path', 'Политика пути', 'Жол саясаты'),
  'path-algorithms': text(
    'Algorithms along the path',
    'Алгоритмы в пути сертификации',
    'Сертификаттау жолындағы алгоритмдер',
  ),
  'key-usage': text('Use of the key', 'Использование ключа', 'Кілттің қолданылуы'),
  'extended-key-usage': text('Purpose of the certificate', 'Назначение сертификата', 'Сертификаттың мақсаты'),
  'certificate-policy': text(
    'Issuing rules of the certificate',
    'Правила выпуска сертификата',
    'Сертификатты шығару қағидалары',
  ),
  'person-number': text('IIN in the certificate', 'ИИН в сертификате', 'Сертификаттағы ЖСН'),
  'person-matches': text('The signer is the applicant', 'Подписавший является заявителем', 'Қол қоюшы — өтініш беруші'),
  'organisation-matches': text(
    'The organisation is the expected one',
    'Организация совпадает с ожидаемой',
    'Ұйым күтілгенге сәйкес',
  ),
  role: text('Role of the signer', 'Роль подписавшего', 'Қол қоюшының рөлі'),
  'applicant-signed': text(
    'The applicant is among the signers',
    'Заявитель среди подписавших',
    'Өтініш беруші қол қойғандардың арасында',
  ),
} as const satisfies Record<CheckCode, Text>;
