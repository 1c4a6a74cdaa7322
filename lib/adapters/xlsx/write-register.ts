import type { SheetData } from 'write-excel-file/node';
import writeXlsx from 'write-excel-file/node';
import type { ChannelName } from '../../domain/regulation/words.ts';
import { channelWords } from '../../domain/diagram/words.ts';
import { isoFromDay } from '../../domain/calendar/day.ts';
import { localOf } from '../../domain/calendar/zone.ts';
import type { Language } from '../../domain/language/bilingual.ts';
import { writeShortDay } from '../../domain/language/dates.ts';
import { handedWords, outcomeWords, registerColumns, registerTitle } from '../../domain/register/register-words.ts';
import type { RegisterLine } from '../http/views/register-view.ts';

type Column = keyof typeof registerColumns;
const columns = Object.keys(registerColumns) as Column[];
/** In characters. */
const widths: Readonly<Partial<Record<Column, number>>> = {
  applicant: 30,
  organisation: 30,
  filedBy: 40,
  service: 50,
  outcome: 40,
  withdrawn: 40,
};
const USUAL = 18;

/** What stands above the table: the office, and from when until when, both as words. */
export interface Heading {
  readonly office: string;
  readonly period: string;
}

/**
 * The journal of registration as .xlsx (ECMA-376). Every cell is a text: a name that begins with `=`, `+`, `-` or `@` stays
 * one, because only a cell of the type "formula" is computed.
 */
export async function writeRegister(
  lines: readonly RegisterLine[],
  { office, period }: Heading,
  language: Language,
): Promise<Uint8Array> {
  const title = registerTitle[language];
  const sheet: SheetData = [
    [{ ...text(title), fontWeight: 'bold' }],
    [text(office)],
    [text(period)],
    columns.map((column) => ({ ...text(registerColumns[column][language]), fontWeight: 'bold', wrap: true })),
    ...lines.map((line) => {
      const said = cellsOf(line, language);
      return columns.map((column) => text(said[column]));
    }),
  ];
  return writeXlsx(sheet, {
    sheet: title,
    stickyRowsCount: 4,
    columns: columns.map((column) => ({ width: widths[column] ?? USUAL })),
  }).toBuffer();
}

/** An empty cell is not written. */
const text = (value: string) => (value === '' ? null : { value, type: String });

/** By the calendar's own arithmetic: ten thousand rows have fifty thousand of them, and `Intl` would take ten seconds. */
const local = (instant: string) => localOf(Date.parse(instant), 'Asia/Almaty');
const day = (instant: string | undefined) =>
  instant === undefined ? '' : writeShortDay(isoFromDay(local(instant).day));

/** «30.11.2026 14:05» in the one zone that the country has. */
function moment(instant: string | undefined): string {
  if (instant === undefined) return '';
  const minutes = Math.floor(local(instant).time / 60_000);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${day(instant)} ${hour}:${minute}`;
}

function cellsOf(line: RegisterLine, language: Language): Readonly<Record<Column, string>> {
  const { organisation, representative, filedBy, result, withdrawn } = line;
  const handed = result?.deliveredAt === undefined ? undefined : handedWords[result.handedTo ?? 'cabinet'];
  return {
    number: line.number,
    receivedAt: moment(line.receivedAt),
    applicant: line.applicant.fullName,
    iin: line.applicant.iin,
    organisation: organisation ? [organisation.name, organisation.bin].filter(Boolean).join(', ') : '',
    filedBy: [
      representative && `${representative.fullName}, ${representative.iin}`,
      filedBy && [filedBy.name, filedBy.placeName].filter(Boolean).join(', '),
    ]
      .filter(Boolean)
      .join('; '),
    service: line.serviceTitle[language],
    channel: channelWords[line.channel as ChannelName][language],
    dueAt: moment(line.dueAt),
    worker: line.worker ?? '',
    state: line.stateText[language],
    outcome: result ? [outcomeWords[result.outcome][language], result.ground].filter(Boolean).join(': ') : '',
    document: result?.number ?? '',
    signedAt: day(result?.signedAt),
    withdrawn: withdrawn ? `${withdrawn.number}, ${moment(withdrawn.at)}` : '',
    handed: handed ? `${handed[language]}, ${moment(result?.deliveredAt)}` : '',
  };
}
