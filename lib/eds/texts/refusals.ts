import type { RefusalCode } from '../refusal.ts';
import { text, type Text } from './language.ts';

/** Bytes that could not be read. */
export const refusalTexts = {
  'der-truncated': text('the data ends too early', 'данные обрываются', 'деректер үзіліп қалған'),
  'der-trailing-bytes': text(
    'something follows the end of the data',
    'после конца данных есть лишнее',
    'деректер соңынан кейін артық бар',
  ),
  'der-tag-form': text('an element has an impossible form', 'элемент невозможной формы', 'элемент пішіні мүмкін емес'),
  'der-tag-unexpected': text(
    'an element of another type was expected',
    'ожидался элемент другого типа',
    'басқа түрдегі элемент күтілген',
  ),
  'der-length-form': text('a length is written wrongly', 'длина записана неверно', 'ұзындық қате жазылған'),
  'der-length-indefinite': text(
    'an indefinite length is not allowed here',
    'неопределённая длина здесь недопустима',
    'мұнда анықталмаған ұзындыққа жол берілмейді',
  ),
  'der-too-deep': text('elements are nested too deeply', 'вложенность слишком велика', 'кірістіру тым терең'),
  'der-too-large': text('the data is too large', 'данные слишком велики', 'деректер тым үлкен'),
  'der-too-many-elements': text('the data has too many elements', 'слишком много элементов', 'элементтер тым көп'),
  'der-field-missing': text('a field is missing', 'нет обязательного поля', 'міндетті өріс жоқ'),
  'der-field-surplus': text('there is a field too many', 'лишнее поле', 'артық өріс бар'),
  'der-boolean': text(
    'a truth value is written wrongly',
    'логическое значение записано неверно',
    'логикалық мән қате жазылған',
  ),
  'der-integer': text('a number is written wrongly', 'число записано неверно', 'сан қате жазылған'),
  'der-oid': text(
    'an object identifier is written wrongly',
    'идентификатор объекта записан неверно',
    'объект идентификаторы қате жазылған',
  ),
  'der-bit-string': text(
    'a bit string is written wrongly',
    'битовая строка записана неверно',
    'бит жолы қате жазылған',
  ),
  'der-string': text('a text is written wrongly', 'текст записан неверно', 'мәтін қате жазылған'),
  'der-time': text('a time is written wrongly', 'время записано неверно', 'уақыт қате жазылған'),
  'certificate-version': text(
    'the certificate’s version is wrong',
    'неверная версия сертификата',
    'сертификат нұсқасы қате',
  ),
  'certificate-algorithm-mismatch': text(
    'the certificate names two algorithms',
    'в сертификате названы два алгоритма',
    'сертификатта екі алгоритм аталған',
  ),
  'certificate-validity': text(
    'the certificate’s term cannot be read',
    'срок сертификата не читается',
    'сертификат мерзімі оқылмайды',
  ),
  'name-empty-rdn': text('a name has an empty part', 'в имени пустая часть', 'атауда бос бөлік бар'),
  'extension-duplicate': text('an extension stands twice', 'расширение повторяется', 'кеңейтім қайталанады'),
  'extension-malformed': text('an extension cannot be read', 'расширение не читается', 'кеңейтім оқылмайды'),
  'crl-version': text('the list’s version is wrong', 'неверная версия списка', 'тізім нұсқасы қате'),
  'crl-algorithm-mismatch': text(
    'the list names two algorithms',
    'в списке названы два алгоритма',
    'тізімде екі алгоритм аталған',
  ),
  'crl-too-many-entries': text('the list has too many lines', 'в списке слишком много строк', 'тізімде жолдар тым көп'),
  'cms-content-type': text(
    'this is no signature (CMS SignedData)',
    'это не подпись (CMS SignedData)',
    'бұл қолтаңба емес (CMS SignedData)',
  ),
  'cms-version': text('the signature’s version is wrong', 'неверная версия подписи', 'қолтаңба нұсқасы қате'),
  'cms-malformed': text('the signature’s structure is wrong', 'неверная структура подписи', 'қолтаңба құрылымы қате'),
  'cms-attribute-duplicate': text('an attribute stands twice', 'атрибут повторяется', 'атрибут қайталанады'),
  'cms-attribute-malformed': text('an attribute cannot be read', 'атрибут не читается', 'атрибут оқылмайды'),
  'ocsp-not-successful': text(
    'the OCSP service did not answer',
    'служба OCSP не дала ответа',
    'OCSP қызметі жауап бермеді',
  ),
  'ocsp-response-type': text(
    'an OCSP answer of an unknown kind',
    'ответ OCSP неизвестного вида',
    'OCSP жауабының түрі белгісіз',
  ),
  'ocsp-malformed': text('the OCSP answer cannot be read', 'ответ OCSP не читается', 'OCSP жауабы оқылмайды'),
  'tsp-not-granted': text('the timestamp was not granted', 'метка времени не выдана', 'уақыт белгісі берілмеген'),
  'tsp-content-type': text('this is no timestamp', 'это не метка времени', 'бұл уақыт белгісі емес'),
  'tsp-malformed': text('the timestamp cannot be read', 'метка времени не читается', 'уақыт белгісі оқылмайды'),
  'is-xml': text(
    'this is XML (XML-DSig, XAdES, WSSE), which is not supported: a CMS signature is needed',
    'это XML (XML-DSig, XAdES, WSSE), он не поддерживается: нужна подпись CMS',
    'бұл XML (XML-DSig, XAdES, WSSE), оған қолдау көрсетілмейді: CMS қолтаңбасы қажет',
  ),
  'is-pdf': text(
    'this is a PDF, whose signatures (PAdES) are not supported: a CMS signature is needed',
    'это PDF, подписи в нём (PAdES) не поддерживаются: нужна подпись CMS',
    'бұл PDF, ондағы қолтаңбаларға (PAdES) қолдау көрсетілмейді: CMS қолтаңбасы қажет',
  ),
  'is-zip': text(
    'this is a ZIP archive (ASiC, DDCARD, an office document), which is not supported: a CMS signature is needed',
    'это архив ZIP (ASiC, DDCARD, офисный документ), он не поддерживается: нужна подпись CMS',
    'бұл ZIP мұрағаты (ASiC, DDCARD, кеңсе құжаты), оған қолдау көрсетілмейді: CMS қолтаңбасы қажет',
  ),
  'is-json': text(
    'this is JSON, which is not supported: a CMS signature is needed',
    'это JSON, он не поддерживается: нужна подпись CMS',
    'бұл JSON, оған қолдау көрсетілмейді: CMS қолтаңбасы қажет',
  ),
  'is-jws': text(
    'this is a JWS or JWT, which is not supported: a CMS signature is needed',
    'это JWS или JWT, он не поддерживается: нужна подпись CMS',
    'бұл JWS немесе JWT, оған қолдау көрсетілмейді: CMS қолтаңбасы қажет',
  ),
  'is-pgp': text(
    'this is OpenPGP, which is not supported: a CMS signature is needed',
    'это OpenPGP, он не поддерживается: нужна подпись CMS',
    'бұл OpenPGP, оған қолдау көрсетілмейді: CMS қолтаңбасы қажет',
  ),
  'is-certificate': text(
    'this is a certificate and no signature',
    'это сертификат, а не подпись',
    'бұл қолтаңба емес, сертификат',
  ),
  'is-certificate-request': text(
    'this is a request for a certificate and no signature',
    'это запрос на сертификат, а не подпись',
    'бұл қолтаңба емес, сертификатқа сұрау',
  ),
  'is-private-key': text(
    'this is a private key and no signature: it must not leave its owner',
    'это закрытый ключ, а не подпись: его нельзя передавать',
    'бұл қолтаңба емес, жабық кілт: оны ешкімге беруге болмайды',
  ),
  'is-pkcs12': text(
    'this is a key store (PKCS #12) and no signature: it must not leave its owner',
    'это хранилище ключей (PKCS #12), а не подпись: его нельзя передавать',
    'бұл қолтаңба емес, кілттер қоймасы (PKCS #12): оны ешкімге беруге болмайды',
  ),
  'is-revocation-list': text(
    'this is a revocation list and no signature',
    'это список отозванных сертификатов, а не подпись',
    'бұл қолтаңба емес, қайтарып алынған сертификаттар тізімі',
  ),
  'is-ocsp-answer': text(
    'this is an OCSP answer and no signature',
    'это ответ OCSP, а не подпись',
    'бұл қолтаңба емес, OCSP жауабы',
  ),
  'is-timestamp-response': text(
    'this is an answer of a timestamp authority and no signature',
    'это ответ службы меток времени, а не подпись',
    'бұл қолтаңба емес, уақыт белгісі қызметінің жауабы',
  ),
  'input-malformed': text('the input cannot be read', 'входные данные не читаются', 'кіріс деректері оқылмайды'),
  'input-too-large': text('the input is too large', 'входные данные слишком велики', 'кіріс деректері тым үлкен'),
  'path-limit': text(
    'too many certificates and lists to look through',
    'слишком много сертификатов и списков для проверки',
    'тексеруге сертификаттар мен тізімдер тым көп',
  ),
} as const satisfies Record<RefusalCode, Text>;
