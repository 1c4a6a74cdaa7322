import { BusyButton, Icon, useSession, useText, useWhen } from '../../kit.ts';
import { listTexts } from '../../texts/list.ts';
import { lineTexts, queueTexts } from '../../texts/queue.ts';
import { selectionTexts } from '../../texts/selection.ts';
import { channelNames } from '../../texts/words.ts';
import { writeOrganisation } from '../organisation.ts';
import { useTimeLeft } from '../time-left.ts';
import { Claim } from './claim.tsx';
import { Tick, type Selection } from './selection.tsx';
import { isFree, isMine, isNear, mayTakeOver, type Line } from './take-work.ts';

interface Props {
  readonly lines: readonly Line[];
  /** Other lines have been asked for. */
  readonly isBusy: boolean;
  readonly isLatestFirst: boolean;
  /** The address of the same list by due time the other way round. */
  readonly otherOrder: string;
  readonly taking: string | undefined;
  readonly take: (id: string) => void;
  readonly selection: Selection;
}

const heads = {
  due: lineTexts.due,
  number: listTexts.number,
  service: listTexts.service,
  applicant: lineTexts.applicant,
  task: lineTexts.task,
  who: lineTexts.who,
  act: listTexts.act,
} as const;
const names = Object.keys(heads) as (keyof typeof heads)[];

/** The lines of a queue, each with its actions. On a narrow screen each line is a card; it stays a table. */
export function WorkTable({ lines, isBusy, isLatestFirst, otherOrder, taking, take, selection }: Props) {
  const t = useText();
  return (
    <table class="queue" role="table" aria-busy={isBusy}>
      <caption class="unseen">{t(lineTexts.caption)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            <Tick isOn={selection.isAll} toggle={selection.toggleAll} name={t(selectionTexts.all)} />
          </th>
          {names.map((name) => (
            <th
              key={name}
              scope="col"
              role="columnheader"
              aria-sort={name === 'due' ? (isLatestFirst ? 'descending' : 'ascending') : undefined}
            >
              {name === 'due' ? (
                <a href={otherOrder}>
                  {t(heads.due)} <span aria-hidden="true">{isLatestFirst ? '↓' : '↑'}</span>
                </a>
              ) : (
                t(heads[name])
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <Row key={line.id} line={line} isTaking={taking === line.id} take={take} selection={selection} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly line: Line;
  readonly isTaking: boolean;
  readonly take: (id: string) => void;
  readonly selection: Selection;
}

function Row({ line, isTaking, take, selection }: RowProps) {
  const t = useText();
  const when = useWhen();
  const left = useTimeLeft();
  const role = useSession()?.role;
  const now = new Date();
  const near = isNear(line, now);
  const cell = (name: keyof typeof heads) => ({ role: 'cell', 'data-label': t(heads[name]) }) as const;
  const canTakeOver = mayTakeOver(line, role, now);
  return (
    <tr
      role="row"
      class={[line.overdue && 'late', near && 'near', isMine(line) && 'mine', selection.has(line.id) && 'chosen']
        .filter(Boolean)
        .join(' ')}
    >
      <td role="cell" class="box">
        <Tick
          isOn={selection.has(line.id)}
          toggle={() => selection.toggle(line.id)}
          name={t(selectionTexts.one, { number: line.number })}
        />
      </td>
      <td {...cell('due')}>
        {!line.overdue && <strong>{left(line.workingTimeLeft)}</strong>} <span>{when(line.dueAt)}</span>{' '}
        {line.overdue && (
          <span class="tag overdue">
            <Icon name="warn" /> {t(lineTexts.late)}
          </span>
        )}
        {near && (
          <span class="tag warning">
            <Icon name="clock" /> {t(lineTexts.near)}
          </span>
        )}
      </td>
      <td {...cell('number')}>
        <a class="nowrap" href={`/app/work/${line.id}`}>
          {line.number}
        </a>{' '}
        <span class="small">{t(channelNames[line.channel as keyof typeof channelNames])}</span>
      </td>
      <td {...cell('service')} class="long">
        {t(line.serviceTitle)}
      </td>
      <td {...cell('applicant')} class="long">
        {line.organisation && <div>{writeOrganisation(line.organisation, t)}</div>}
        {line.applicant.fullName}
        {line.stored && <div class="small">{t(lineTexts.stored, { place: line.stored.place })}</div>}
      </td>
      <td {...cell('task')}>{t(line.taskText)}</td>
      <td {...cell('who')} class="long">
        {isMine(line) ? <strong>{t(lineTexts.me)}</strong> : (line.claimedBy?.name ?? t(lineTexts.nobody))}
        {line.claimedBy && <Claim claim={line.claimedBy} />}
      </td>
      <td role="cell" class="act">
        {isFree(line) || canTakeOver ? (
          <BusyButton
            isBusy={isTaking}
            busy={t(queueTexts.taking)}
            {...(canTakeOver && { kind: 'second' as const })}
            onClick={() => take(line.id)}
          >
            {t(canTakeOver ? lineTexts.takeOver : lineTexts.take)}
            <span class="unseen"> {line.number}</span>
          </BusyButton>
        ) : (
          <a class="button second" href={`/app/work/${line.id}`}>
            {t(isMine(line) ? lineTexts.open : lineTexts.look)}
            <span class="unseen"> {line.number}</span>
          </a>
        )}
      </td>
    </tr>
  );
}
