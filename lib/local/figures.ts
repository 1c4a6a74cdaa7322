import { escapeHtml } from '../domain/language/html.ts';
import { outcomeChannel, outcomes, type Counted, type Outcome } from '../adapters/outcome.ts';

/** How many durations are kept for each area and outcome; p99 is computed from these latest ones. */
const KEPT = 1000;

interface Figure {
  count: number;
  readonly latest: number[];
}

/** Counts what CloudWatch would count: calls by area and outcome, and how long they took. */
export function openFigures() {
  const figures = new Map<string, Map<Outcome, Figure>>();
  const count = (message: unknown) => {
    const { area, outcome, milliseconds } = message as Counted;
    const ofArea = figures.get(area) ?? new Map<Outcome, Figure>();
    const figure = ofArea.get(outcome) ?? { count: 0, latest: [] };
    figure.latest[figure.count % KEPT] = milliseconds;
    figure.count += 1;
    figures.set(area, ofArea.set(outcome, figure));
  };
  outcomeChannel.subscribe(count);
  return {
    /** HTML for operators, in Russian. */
    page: () => write(figures),
    close: () => outcomeChannel.unsubscribe(count),
  };
}

const titles = { done: 'выполнено', refused: 'отказано', failed: 'сбой' } as const satisfies Record<Outcome, string>;

function write(figures: ReadonlyMap<string, ReadonlyMap<Outcome, Figure>>): string {
  const rows = [...figures]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([area, ofArea]) => row('td', [area, ...outcomes.flatMap((outcome) => cells(ofArea.get(outcome)))]));
  const head = row('th', ['область', ...outcomes.flatMap((each) => [titles[each], 'p50, мс', 'p99, мс'])]);
  return `<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><title>Показатели</title>
<meta name="viewport" content="width=device-width">
<style>body{font-family:sans-serif;margin:1rem}td,th{padding:.2rem .8rem;text-align:right}td:first-child{text-align:left}</style></head>
<body><h1>Показатели</h1>
<p>Вызовы функций с запуска платформы: по областям и исходам; p50 и p99 — по последним ${KEPT} вызовам.</p>
${rows.length > 0 ? `<table>${head}${rows.join('\n')}</table>` : '<p>Вызовов ещё не было.</p>'}
</body></html>
`;
}

const row = (cell: 'td' | 'th', texts: readonly string[]) =>
  `<tr>${texts.map((text) => `<${cell}>${escapeHtml(text)}</${cell}>`).join('')}</tr>`;

function cells(figure: Figure | undefined): string[] {
  if (!figure) return ['0', '', ''];
  const sorted = figure.latest.toSorted((a, b) => a - b);
  const percentile = (share: number) => String(sorted[Math.ceil(sorted.length * share) - 1]);
  return [String(figure.count), percentile(0.5), percentile(0.99)];
}
