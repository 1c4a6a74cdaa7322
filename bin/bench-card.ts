import { makeCard } from '../lib/adapters/pdf/card/make-card.ts';
import { renderOutput } from '../lib/adapters/pdf/render.ts';
import { OutputDocument } from '../lib/domain/output/document.ts';
import { openExample } from '../lib/local/cards/example-signatures.ts';
import { readCommand } from './command.ts';

readCommand(
  `npm run bench:card
Processor time and size of a card of an electronic document with two signatures, RSA and GOST: the document is drawn again and compared, the card is
drawn, and checked as whoever receives it would check it. The first card reads the fonts; the best of ten later ones is printed, too.`,
  { options: {} },
);
// It prints and asserts nothing, because times depend on the machine.
const now = new Date('2026-11-30T09:00:00Z');
const minute = 60_000;
const both = (text: string) => ({ kk: text, ru: text });
const visual = OutputDocument.parse({
  kind: 'certificate',
  number: 'SK-UC-2026-000123-77CNM07Z-K',
  issuedOn: '2026-11-30',
  office: both('Отдел занятости и социальных программ города Шымкент'),
  region: both('Туркестанская область'),
  service: both('Выдача справок безработным гражданам'),
  decree: both('Регламент утверждён постановлением акимата Южно-Казахстанской области от 23 мая 2012 года № 149'),
  request: { number: '000123', submittedOn: '2026-11-29' },
  applicant: { name: 'Демо Азамат', iin: '900315390018' },
  verifyUrl: 'https://example.test/documents/SK-UC-2026-000123-77CNM07Z-K',
  title: both('Справка о регистрации в качестве безработного'),
  fields: Array.from({ length: 8 }, (_, no) => ({
    label: both(`Вопрос формы под номером ${no + 1}`),
    value: `Ответ ${no + 1}`,
  })),
});

const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

for (const family of ['rsa', 'gost-2015'] as const) {
  const example = await openExample(family, now);
  const { profile, authority } = example;
  const octets = await renderOutput(visual);
  const signatures = await Promise.all(
    ['Азамат', 'Сауле'].map(async (firstName, no) => ({
      fileName: `${no + 1}.p7s`,
      cms: await example.sign(octets, { firstName, at: new Date(now.getTime() + no * minute) }),
    })),
  );
  const trust = {
    profile,
    at: new Date(now.getTime() + 60 * minute),
    certificates: [authority.root.certificate],
    crls: [],
  };
  const times: number[] = [];
  let size = 0;
  for (let run = 0; run <= 10; run += 1) {
    const from = processor();
    const again = await renderOutput(visual);
    if (Buffer.compare(again, octets) !== 0) throw new Error('the document was drawn differently');
    const made = await makeCard(
      {
        ...{
          language: 'ru',
          madeAt: trust.at,
          system: { name: 'e-akimat', checkUrl: 'https://example.test/app/verify' },
        },
        document: { title: 'Справка', fileName: 'Справка.pdf', octets, type: 'application/pdf' },
        ...{ signatures, visual },
      },
      trust,
    );
    times.push(processor() - from);
    if (made?.report.verdict !== 'passed') throw new Error('the card does not pass');
    size = made.pdf.length;
  }
  const [first = 0, ...later] = times;
  const best = Math.min(...later);
  console.log(
    `${family.padEnd(9)} first ${first.toFixed(0)} ms, later ${best.toFixed(0)} ms, ${(size / 1000).toFixed(0)} kB`,
  );
}
