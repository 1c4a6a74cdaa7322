import { escapeHtml } from '../language/html.ts';
import { PAGE_WIDTH, type, type Diagram, type Label, type NodeDrawn } from './diagram.ts';
import { measure } from './letters.ts';
import { channelWords, markWords } from './words.ts';
import { wrap } from './wrap.ts';

export type Mark = keyof typeof markWords;
export type Marks = ReadonlyMap<number, Mark>;

/** How to draw a picture: in which language, and for a request with which rows marked. */
export interface Drawing {
  readonly language: 'ru' | 'kk';
  /** By row number; if given, a legend is drawn. */
  readonly marks?: Marks;
  /** A line of its own under the title, e.g. the request's number. */
  readonly caption?: string;
}

const ink = { line: '#334155', faint: '#cbd5e1', text: '#0f172a', head: '#e2e8f0', band: '#f8fafc' } as const;
/** They also differ by frame and sign, for people who cannot see the colours. */
const paints = {
  done: { fill: '#dcfce7', stroke: '#15803d', width: 1.2 },
  current: { fill: '#dbeafe', stroke: '#1d4ed8', width: 2.6 },
  overdue: { fill: '#fee2e2', stroke: '#b91c1c', width: 2.6 },
} as const satisfies Record<Mark, object>;
const signs = {
  done: 'M-4 0 -1.2 3 4 -3.4',
  current: 'M-2.4 -4 3.4 0 -2.4 4Z',
  overdue: 'M0 -4.4V1.2M0 3.6V4.4',
} as const satisfies Record<Mark, string>;

const MARGIN = 1;
const TITLE = { size: 13, line: 17 };
const SMALL = { size: 9.5, line: 13 };

/** The picture as a document of its own: no scripts, no external addresses, fonts by name. */
export function drawSvg(diagram: Diagram, drawing: Drawing): string {
  const { language, marks, caption } = drawing;
  const title = wrap(diagram.title[language], { width: PAGE_WIDTH - 8, size: TITLE.size, bold: true });
  const notes = [channelWords[diagram.channel][language], diagram.source, ...(caption === undefined ? [] : [caption])];
  const small = notes.flatMap((note) => wrap(note, { width: PAGE_WIDTH - 8, size: SMALL.size }));
  const legend = marks ? 26 : 0;
  const notesAt = title.length * TITLE.line + 4;
  const legendAt = notesAt + small.length * SMALL.line;
  const lanesAt = legendAt + legend + 8;
  const headHeight = Math.max(...diagram.lanes.map(({ lines }) => lines.length)) * type.lane.line + 10;
  const bodyAt = lanesAt + headHeight + 8;
  const height = Math.ceil(bodyAt + diagram.height + MARGIN);
  const body = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE_WIDTH + 2}" height="${height}" viewBox="-1 0 ${PAGE_WIDTH + 2} ${height}" lang="${language}" role="img" aria-labelledby="title" font-family="Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif" fill="${ink.text}">`,
    `<title id="title">${escapeHtml(`${diagram.title[language]}, ${channelWords[diagram.channel][language]}`)}</title>`,
    `<rect x="-1" width="${PAGE_WIDTH + 2}" height="${height}" fill="#fff"/>`,
    textLines(title, 2, 0, TITLE.size, TITLE.line, 'font-weight="bold"'),
    textLines(small, 2, notesAt, SMALL.size, SMALL.line, 'fill="#475569"'),
    ...(marks ? [drawLegend(language, legendAt + 9)] : []),
    `<g transform="translate(0 ${lanesAt})">`,
    ...diagram.lanes.map((lane) => drawLane(lane, headHeight, height - lanesAt - MARGIN)),
    `</g><g transform="translate(0 ${bodyAt})">`,
    ...diagram.flows.map((flow) => drawFlow(flow, language)),
    ...diagram.nodes.map((node) => drawNode(node, language, node.no === undefined ? undefined : marks?.get(node.no))),
    '</g></svg>',
  ];
  return `${body.join('\n')}\n`;
}

/** Lines of text below `top`, at `x`. */
function textLines(lines: readonly string[], x: number, top: number, size: number, line: number, more = ''): string {
  const spans = lines.map(
    (text, index) => `<tspan x="${x}" y="${round(top + line * index + line * 0.76)}">${escapeHtml(text)}</tspan>`,
  );
  return `<text font-size="${size}"${more && ` ${more}`}>${spans.join('')}</text>`;
}

const round = (value: number) => Math.round(value * 100) / 100;

function drawLane({ x, width, lines }: Diagram['lanes'][number], headHeight: number, height: number): string {
  const top = (headHeight - lines.length * type.lane.line) / 2;
  const head = textLines(
    lines,
    x + width / 2,
    top,
    type.lane.size,
    type.lane.line,
    'font-weight="bold" text-anchor="middle"',
  );
  return (
    `<rect x="${x}" width="${width}" height="${height}" fill="${ink.band}" stroke="${ink.faint}"/>` +
    `<rect x="${x}" width="${width}" height="${headHeight}" fill="${ink.head}" stroke="${ink.faint}"/>${head}`
  );
}

/** A default flow begins with BPMN's slash. */
function drawFlow({ points, isDefault, label }: Diagram['flows'][number], language: 'ru' | 'kk'): string {
  const line = `<polyline points="${points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${ink.line}" stroke-width="1.1"/>`;
  return line + arrowHead(points) + (isDefault ? slash(points) : '') + (label ? drawLabel(label, language) : '');
}

type Points = Diagram['flows'][number]['points'];

function arrowHead(points: Points): string {
  const [[fromX, fromY], [x, y]] = [points.at(-2) ?? [0, 0], points.at(-1) ?? [0, 0]];
  const turn = round((Math.atan2(y - fromY, x - fromX) * 180) / Math.PI);
  return `<path d="M0 0-7-3.4V3.4Z" transform="translate(${x} ${y})${turn === 0 ? '' : ` rotate(${turn})`}" fill="${ink.line}"/>`;
}

function slash([from = [0, 0], to = [0, 0]]: Points): string {
  const [x, y] = [from[0] + Math.sign(to[0] - from[0]) * 5, from[1] + Math.sign(to[1] - from[1]) * 5];
  return `<path d="M${x - 3} ${y + 3}l6-6" stroke="${ink.line}"/>`;
}

function drawLabel({ box: [x, y, width], ...lines }: Label, language: 'ru' | 'kk', centred = false): string {
  const [at, anchor] = centred ? [x + width / 2, ' text-anchor="middle"'] : [x, ''];
  return textLines(lines[language], at, y, type.label.size, type.label.line, `fill="${ink.line}"${anchor}`);
}

function drawNode({ kind, box, lines = [], words, label }: NodeDrawn, language: 'ru' | 'kk', mark: Mark | undefined) {
  const [x, y, width, height] = box;
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const named = label ? drawLabel(label, language, kind === 'end') : '';
  if (kind === 'gateway')
    return `<path d="M${middleX} ${y}L${x + width} ${middleY}L${middleX} ${y + height}L${x} ${middleY}Z" fill="#fef9c3" stroke="${ink.line}"/><path d="M${middleX - 4} ${middleY - 4}l8 8m0-8l-8 8" stroke="${ink.line}" stroke-width="1.6"/>`;
  if (kind !== 'task')
    return `<circle cx="${middleX}" cy="${middleY}" r="${width / 2 - (kind === 'end' ? 1 : 0)}" fill="#fff" stroke="${ink.line}" stroke-width="${kind === 'end' ? 3 : 1.2}"/>${named}`;
  const paint = mark ? paints[mark] : { fill: '#fff', stroke: ink.line, width: 1.2 };
  const hint = [mark && markWords[mark][language], words].filter((text) => text !== undefined).join(': ');
  return (
    `<g>${hint === '' ? '' : `<title>${escapeHtml(hint)}</title>`}` +
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="5" fill="${paint.fill}" stroke="${paint.stroke}" stroke-width="${paint.width}"/>` +
    textLines(lines, x + type.task.inset, y + type.task.inset, type.task.size, type.task.line) +
    `${mark ? drawSign(mark, x + width - 1, y + 1) : ''}</g>`
  );
}

/** On the corner of the box, so that it hides no words. */
const drawSign = (mark: Mark, x: number, y: number) =>
  `<g transform="translate(${x} ${y})"><circle r="7.5" fill="${paints[mark].stroke}" stroke="#fff"/>` +
  `<path d="${signs[mark]}" fill="${mark === 'current' ? '#fff' : 'none'}" stroke="#fff" stroke-width="1.8"/></g>`;

function drawLegend(language: 'ru' | 'kk', y: number): string {
  let x = 9;
  return (Object.keys(markWords) as Mark[])
    .map((mark) => {
      const text = markWords[mark][language];
      const [at, { fill, stroke, width }] = [x, paints[mark]];
      x += measure(text, SMALL.size) + 52;
      return (
        `<rect x="${at - 7}" y="${y}" width="26" height="13" rx="3" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>` +
        drawSign(mark, at + 19, y + 2) +
        textLines([text], at + 31, y, SMALL.size, SMALL.line)
      );
    })
    .join('');
}
