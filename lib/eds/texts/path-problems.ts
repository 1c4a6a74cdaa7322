import type { CrlProblem } from '../revocation/revocation-status.ts';
import type { OcspProblem } from '../revocation/ocsp-problems.ts';
import type { PathProblem } from '../path/path-checks.ts';
import { text, type Text } from './language.ts';

/** Problems of the path and of the evidence about revocation. */
export const pathProblemTexts = {
  'anchor-purpose': text(
    'the authority is trusted here for other purposes only',
    'удостоверяющему центру здесь доверяют только для других целей',
    'куәландырушы орталыққа мұнда тек басқа мақсаттар үшін сенім артылған',
  ),
  'issuer-not-found': text(
    'the certificate of an issuer is not there, so that no path leads to a trusted authority',
    'нет сертификата издателя, поэтому путь до доверенного удостоверяющего центра не найден',
    'шығарушының сертификаты жоқ, сондықтан сенімді куәландырушы орталыққа жол табылмады',
  ),
  'root-not-pinned': text(
    'the path ends in an authority that is not trusted here',
    'путь ведёт к удостоверяющему центру, которому здесь не доверяют',
    'жол мұнда сенім білдірілмеген куәландырушы орталыққа апарады',
  ),
  'path-empty': text(
    'an authority’s own certificate is no signer’s',
    'сертификат удостоверяющего центра не может быть сертификатом подписавшего',
    'куәландырушы орталықтың сертификаты қол қоюшынікі бола алмайды',
  ),
  'path-limit': text(
    'too many certificates and lists to look through',
    'слишком много сертификатов и списков для проверки',
    'тексеруге сертификаттар мен тізімдер тым көп',
  ),
  'signature-unsupported': text(
    'signed by an algorithm that is not supported',
    'подписан неподдерживаемым алгоритмом',
    'қолдау көрсетілмейтін алгоритммен қол қойылған',
  ),
  'certificate-expired': text(
    'the certificate had expired',
    'срок действия сертификата истёк',
    'сертификаттың мерзімі өтіп кеткен',
  ),
  'certificate-not-yet-valid': text(
    'the certificate was not yet valid',
    'срок действия сертификата ещё не начался',
    'сертификаттың мерзімі әлі басталмаған',
  ),
  'certificate-revoked': text('the certificate was revoked', 'сертификат отозван', 'сертификат қайтарып алынған'),
  'certificate-never-issued': text(
    'the authority never issued this certificate',
    'удостоверяющий центр не выпускал такой сертификат',
    'куәландырушы орталық мұндай сертификат шығармаған',
  ),
  'key-distrusted': text(
    'revoked later, for a reason that takes trust from what the key signed before too',
    'отозван позднее по причине, лишающей доверия и то, что подписано этим ключом раньше',
    'кейін қайтарып алынған, себебі бұл кілтпен бұрын қол қойылғанға да сенімді жояды',
  ),
  'names-too-many': text(
    'too many names to compare',
    'слишком много имён для сравнения',
    'салыстыруға атаулар тым көп',
  ),
  'crl-missing': text(
    'there is no revocation list',
    'нет списка отозванных сертификатов',
    'қайтарып алынған сертификаттар тізімі жоқ',
  ),
  'crl-scope': text(
    'the list is about other certificates',
    'список относится к другим сертификатам',
    'тізім басқа сертификаттарға қатысты',
  ),
  'crl-unknown-critical': text(
    'the list has an unknown critical extension',
    'в списке неизвестное критическое расширение',
    'тізімде белгісіз аса маңызды кеңейтім бар',
  ),
  'crl-from-future': text(
    'the list is newer than the check',
    'список новее момента проверки',
    'тізім тексеру сәтінен жаңарақ',
  ),
  'crl-expired': text('the list is out of date', 'список устарел', 'тізім ескірген'),
  'crl-older-than-certificate': text(
    'the list is older than the certificate',
    'список старше сертификата',
    'тізім сертификаттан ескі',
  ),
  'crl-newer-than-certificate': text(
    'the list was made after the certificate’s end',
    'список выпущен после окончания срока сертификата',
    'тізім сертификат мерзімі біткеннен кейін шығарылған',
  ),
  'crl-signer-missing': text(
    'the list’s signer is not known',
    'подписавший список неизвестен',
    'тізімге қол қойған белгісіз',
  ),
  'crl-signer-key-usage': text(
    'the list’s signer may not sign lists',
    'подписавший список не вправе подписывать списки',
    'тізімге қол қойған оған құқылы емес',
  ),
  'crl-signature-unsupported': text(
    'the list’s algorithm is not supported',
    'алгоритм подписи списка не поддерживается',
    'тізім қолтаңбасының алгоритміне қолдау көрсетілмейді',
  ),
  'crl-signature': text(
    'the list’s signature does not match',
    'подпись списка не сходится',
    'тізім қолтаңбасы сәйкес келмейді',
  ),
  'crl-algorithm': text(
    'the list or its signer uses an algorithm or key that is not accepted here',
    'список или подписавший его использует непринимаемый здесь алгоритм или ключ',
    'тізім немесе оған қол қойған мұнда қабылданбайтын алгоритмді немесе кілтті пайдаланады',
  ),
  'crl-signer-path': text(
    'the list’s signer is not trusted',
    'подписавшему список нет доверия',
    'тізімге қол қойғанға сенім жоқ',
  ),
  'crl-form': text(
    'the list has what its form forbids',
    'в списке есть то, что его форма запрещает',
    'тізімде оның пішіні тыйым салған нәрсе бар',
  ),
  'crl-entry-malformed': text('a line of the list cannot be read', 'строка списка не читается', 'тізім жолы оқылмайды'),
  'crl-delta-missing': text(
    'the list promises changes that are not there',
    'нет изменений к списку, о которых он сообщает',
    'тізімде аталған өзгерістер тізімі жоқ',
  ),
  'crl-reasons-incomplete': text(
    'the lists do not cover all reasons',
    'списки охватывают не все причины отзыва',
    'тізімдер қайтарып алудың барлық себептерін қамтымайды',
  ),
  'ocsp-unknown': text(
    'the responder does not know the certificate',
    'служба OCSP не знает сертификат',
    'OCSP қызметі сертификатты білмейді',
  ),
  'ocsp-unverified': text(
    'the OCSP answer is not by an authorised responder',
    'ответ OCSP дан не уполномоченной службой',
    'OCSP жауабын өкілетті емес қызмет берген',
  ),
  'ocsp-responder-unchecked': text(
    'the responder’s own certificate could not be checked',
    'сертификат службы OCSP не удалось проверить',
    'OCSP қызметінің сертификатын тексеру мүмкін болмады',
  ),
  'ocsp-unknown-critical': text(
    'the OCSP answer has an unknown critical extension',
    'в ответе OCSP неизвестное критическое расширение',
    'OCSP жауабында белгісіз аса маңызды кеңейтім бар',
  ),
  'ocsp-algorithm': text(
    'the OCSP answer or its responder uses an algorithm or key that is not accepted here',
    'ответ OCSP или давшая его служба использует непринимаемый здесь алгоритм или ключ',
    'OCSP жауабы немесе оны берген қызмет мұнда қабылданбайтын алгоритмді немесе кілтті пайдаланады',
  ),
  'ocsp-responder-revoked': text(
    'the responder’s own certificate is revoked',
    'сертификат службы OCSP отозван',
    'OCSP қызметінің сертификаты қайтарып алынған',
  ),
  'ocsp-outside-window': text(
    'the OCSP answer that came with the signature is not of its time',
    'ответ OCSP, приложенный к подписи, дан не во время подписания',
    'қолтаңбамен бірге келген OCSP жауабы қол қою уақытында берілмеген',
  ),
  'ocsp-from-future': text(
    'the OCSP answer is newer than the check',
    'ответ OCSP новее момента проверки',
    'OCSP жауабы тексеру сәтінен жаңарақ',
  ),
  'ocsp-ahead-of-itself': text(
    'the OCSP answer tells of a moment after the one at which it was made',
    'ответ OCSP говорит о моменте позже того, когда он составлен',
    'OCSP жауабы өзі жасалған сәттен кейінгі сәт туралы айтады',
  ),
  'ocsp-stale': text('the OCSP answer is out of date', 'ответ OCSP устарел', 'OCSP жауабы ескірген'),
  'ocsp-newer-than-certificate': text(
    'the OCSP answer was made after the certificate’s end',
    'ответ OCSP дан после окончания срока сертификата',
    'OCSP жауабы сертификат мерзімі біткеннен кейін берілген',
  ),
} as const satisfies Record<PathProblem | CrlProblem | OcspProblem, Text>;
