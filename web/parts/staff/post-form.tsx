import { roleWords } from '../../../lib/domain/access/role-words.ts';
import { BusyButton, ProblemNotice, useAnswer, useState, useText, type Problem } from '../../kit.ts';
import { employeeTexts } from '../../texts/employees.ts';
import { peopleTexts } from '../../texts/people.ts';
import { Choice } from './choice.tsx';

const { applicant: _, ...posts } = roleWords;
export type PostRole = keyof typeof posts;
const roles = Object.keys(posts) as PostRole[];
const ofNoOffice: readonly string[] = ['auditor', 'administrator'] satisfies PostRole[];

interface Props {
  readonly title: string;
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
  readonly send: (post: { role: PostRole; office?: string; position: string }) => void;
  readonly stop: () => void;
}

/** Another post for somebody: as what, where, and what documents call it. */
export function PostForm({ title, isBusy, problem, send, stop }: Props) {
  const t = useText();
  const [role, setRole] = useState('');
  const [office, setOffice] = useState('');
  const [position, setPosition] = useState('');
  const [words, setWords] = useState('');
  const offices = useAnswer('GET /offices', { query: { limit: 100, ...(words && { words }) } });
  const hasOffice = role !== '' && !ofNoOffice.includes(role);
  return (
    <form
      class="card narrow"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) send({ role: role as PostRole, position, ...(hasOffice && { office }) });
      }}
    >
      {problem && <ProblemNotice problem={problem} />}
      <Choice
        id="new-role"
        label={t(employeeTexts.role)}
        value={role}
        fault={undefined}
        options={roles.map((each) => [each, t(posts[each])])}
        onChange={setRole}
      />
      {hasOffice && (
        <>
          <div class="field">
            <label for="new-words">{t(employeeTexts.words)}</label>
            <input id="new-words" value={words} onInput={({ currentTarget }) => setWords(currentTarget.value)} />
          </div>
          <Choice
            id="new-office"
            label={t(employeeTexts.office)}
            value={office}
            fault={undefined}
            options={(offices.value?.offices ?? []).map(({ code, name }) => [code, name, 'ru'])}
            onChange={setOffice}
          />
        </>
      )}
      <div class="field">
        <label for="new-position">{t(employeeTexts.position)}</label>
        <input
          id="new-position"
          required
          minLength={2}
          value={position}
          onInput={({ currentTarget }) => setPosition(currentTarget.value)}
        />
      </div>
      <p class="buttons">
        <BusyButton isBusy={isBusy} busy={t(peopleTexts.doing)}>
          {t(peopleTexts.offer)}
        </BusyButton>{' '}
        <button type="button" class="button second" onClick={stop}>
          {t(peopleTexts.no)}
        </button>
      </p>
    </form>
  );
}
