import { describe, expect, it } from '@jest/globals';
import { composeOutput, type Decided, type Issue, type Service } from '../../../../lib/domain/output/compose.ts';
import { certificate } from './samples.ts';

const service: Service = {
  title: certificate.service,
  region: 'south-kazakhstan',
  zone: 'Asia/Almaty',
  decree: { named: certificate.decree },
  output: {
    title: certificate.title,
    lines: [
      { name: 'fullName', from: 'applicant-name', label: { kk: 'Т.А.Ә.', ru: 'Ф.И.О.' } },
      { name: 'registeredOn', from: 'officer', kind: 'day', label: { kk: 'Тіркелген', ru: 'Зарегистрирован' } },
      { name: 'works', from: 'officer', kind: 'yes-no', label: { kk: 'Қатысуы', ru: 'Участие' } },
      { name: 'place', from: 'form', label: { kk: 'Орын', ru: 'Место' } },
      { name: 'absent', from: 'officer', label: { kk: 'Жоқ', ru: 'Нет' } },
      { name: 'appliedOn', from: 'submitted-day', kind: 'day', label: { kk: 'Берілген', ru: 'Подано' } },
      { name: 'signer', from: 'signer-name', label: { kk: 'Бастық', ru: 'Начальник' } },
    ],
  },
};
const by = { name: 'Оспанова Айгүл', position: 'Маман' };
const request: Decided = {
  number: 'SK-UC-2026-000123',
  applicant: { fullName: 'НАУРЫЗБАЕВА ГҮЛПАТ', iin: '831204402047' },
  submission: { at: '2026-07-18T20:30:00.000Z' },
  form: { place: 'Банк' },
  decision: { outcome: 'approved', by, fields: { registeredOn: '2026-03-10', works: 'no' } },
};
const issue: Issue = {
  number: certificate.number,
  issuedAt: '2026-07-20T04:00:00.000Z',
  office: 'Отдел занятости',
  region: certificate.region,
  publicUrl: 'https://akimat.example.kz',
};

describe('composing the answer', () => {
  it('prints the regulation’s lines in order, the IIN after the name, days in the office’s zone', () => {
    const document = composeOutput(service, request, issue);
    expect(
      document.kind === 'certificate' &&
        document.fields.map((field) => [field.label.ru, 'value' in field && field.value]),
    ).toEqual([
      ['Ф.И.О.', 'НАУРЫЗБАЕВА ГҮЛПАТ'],
      ['ИИН', '831204402047'],
      ['Зарегистрирован', '10.03.2026'],
      ['Участие', { kk: 'жоқ', ru: 'нет' }],
      ['Место', 'Банк'],
      ['Подано', '19.07.2026'],
    ]);
    expect(document.decree).toEqual(certificate.decree);
    expect(document.verifyUrl).toBe(certificate.verifyUrl);
  });

  it("puts values into the form's sentences, each in its language, and gives them no line", () => {
    const text = {
      ru: 'Дана {fullName}: с {registeredOn}, участие: {works}.',
      kk: '{fullName} берілді: {registeredOn} бастап, қатысуы: {works}.',
    };
    const sentences = { ...service, output: { ...service.output, text, closing: { ru: 'Всё.', kk: 'Бітті.' } } };
    const document = composeOutput(sentences, request, issue);
    expect(document).toMatchObject({
      text: {
        ru: 'Дана НАУРЫЗБАЕВА ГҮЛПАТ: с 10.03.2026, участие: нет.',
        kk: 'НАУРЫЗБАЕВА ГҮЛПАТ берілді: 10.03.2026 бастап, қатысуы: жоқ.',
      },
      closing: { ru: 'Всё.', kk: 'Бітті.' },
    });
    expect(document.kind === 'certificate' && document.fields.map(({ label }) => label.ru)).toEqual([
      'Ф.И.О.',
      'ИИН',
      'Место',
      'Подано',
    ]);
  });

  it("makes no sentence without its field's value", () => {
    const text = { ru: '{absent}', kk: '{absent}' };
    expect(() => composeOutput({ ...service, output: { ...service.output, text } }, request, issue)).toThrow(
      'no absent',
    );
  });

  it('gives a refusal its ground and reasoning', () => {
    const decision = { outcome: 'refused', by, ground: 'нет регистрации', text: 'Не состоите.\tОбратитесь.' } as const;
    const document = composeOutput(service, { ...request, decision }, issue);
    expect(document).toMatchObject({ kind: 'refusal', ground: 'нет регистрации', text: 'Не состоите. Обратитесь.' });
  });

  it('says in every refusal that it may be appealed, and who explains how', () => {
    const decision = { outcome: 'refused', by, ground: 'нет', text: 'Не состоите.' } as const;
    const place = { address: 'город Шымкент, улица Демо, 1', phones: ['8-7252 53-00-00'], email: 'demo@example.kz' };
    const appealIn = (from: typeof service, at: Parameters<typeof composeOutput>[2]) => {
      const document = composeOutput(from, { ...request, decision }, at);
      return document.kind === 'refusal' ? document.appeal : [];
    };
    expect(appealIn(service, { ...issue, place })).toEqual([
      {
        kk: expect.stringContaining(
          'Отдел занятости; город Шымкент, улица Демо, 1; тел. 8-7252 53-00-00; demo@example.kz',
        ),
        ru: 'Заявитель вправе обжаловать отказ. Порядок обжалования разъясняет: Отдел занятости; город Шымкент, улица Демо, 1; тел. 8-7252 53-00-00; demo@example.kz.',
      },
      {
        kk: expect.stringContaining('Әкімдік (Оңтүстік Қазақстан облысы), 5 жұмыс күні ішінде'),
        ru: 'Жалоба подаётся на портале, на странице заявления. Отвечает руководитель учреждения в течение 10 рабочих дней; если отказ решил или подписал он сам либо срок прошёл — Акимат (Южно-Казахстанская область), в течение 5 рабочих дней.',
      },
    ]);
    const appeal = { words: { kk: 'шағымдану', ru: 'обжалования' }, phone: '8(7292) 605253', source: 'п. 10' };
    expect(appealIn({ ...service, appeal }, issue)[0]?.ru).toBe(
      'Заявитель вправе обжаловать отказ. Порядок обжалования разъясняет: Отдел занятости (регламент, п. 10: «обжалования»: 8(7292) 605253).',
    );
  });

  it('refuses a document with a number that is not ours', () => {
    expect(() => composeOutput(service, request, { ...issue, number: 'SK-UC-2026-000123-77CNM07Z-L' })).toThrow(
      'is no document number',
    );
  });
});
