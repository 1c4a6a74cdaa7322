import { useState } from 'preact/hooks';
import { filesAt } from '../../../lib/domain/access/places.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FieldSpec } from '../../form/field-spec.ts';
import { FormField } from '../../form/form-field.tsx';
import { useForm } from '../../form/use-form.ts';
import {
  BusyButton,
  call,
  goTo,
  isProblem,
  Loaded,
  Page,
  ProblemNotice,
  useAnswer,
  useSession,
  useText,
  type Answer,
  type Problem,
} from '../../kit.ts';
import { Choice } from '../../parts/staff/choice.tsx';
import { counterTexts } from '../../texts/counter.ts';
import { channelNames } from '../../texts/words.ts';

const visitor: readonly FieldSpec[] = [
  {
    name: 'iin',
    label: counterTexts.iin,
    required: true,
    length: { min: 12, max: 12 },
    format: 'numeric',
    kind: 'iin',
  },
  { name: 'fullName', label: counterTexts.fullName, required: true, length: { min: 2, max: 150 }, format: 'text' },
];

/** A visitor is served: who they are, what they want, and the service's own form. */
export default function Counter() {
  const t = useText();
  const account = useAnswer('GET /account');
  return account.value?.office === undefined ? (
    <Page title={t(counterTexts.title)}>
      <Loaded from={account}>{() => null}</Loaded>
    </Page>
  ) : (
    <AtOffice office={account.value.office} />
  );
}

function AtOffice({ office: own }: { readonly office: string }) {
  const t = useText();
  const role = useSession()?.role ?? 'applicant';
  const offered = useAnswer('GET /services', { query: { office: own, limit: 100 } });
  const [service, setService] = useState<Answer<'GET /services/{service}'>>();
  const channels = (service?.channels ?? [])
    .filter(({ counter }) => filesAt[role].includes(counter))
    .map(({ channel }) => channel);
  const asked = (service?.fields ?? []).filter(({ meaning }) => meaning !== 'applicant-iin');
  const chosen: readonly FieldSpec[] = ['service', 'channel', 'office'].map((name) => ({
    name,
    label: counterTexts[name as 'service' | 'channel' | 'office'],
    required: true,
    length: { min: 1, max: 128 },
    format: 'text',
  }));
  const form = useForm([...visitor, ...chosen, ...asked], { language: t.language });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const offices = (service?.offices ?? []).filter(({ code }) => !filesAt[role].includes('mio') || code === own);
  const only = (all: readonly string[], name: string) => (all.length === 1 ? all[0]! : (form.typed[name] ?? ''));
  const channel = only(channels, 'channel');
  const office = only(
    offices.map(({ code }) => code),
    'office',
  );

  const choose = async (id: string) => {
    form.type('service', id);
    setService(undefined);
    if (id === '') return;
    const found = await call('GET /services/{service}', { params: { service: id } });
    setProblem(isProblem(found) ? found : undefined);
    if (!isProblem(found)) setService(found);
  };
  const send = async () => {
    const values: Readonly<Record<string, string>> = { ...form.values, channel, office };
    const missing = [...visitor, ...(service ? chosen : chosen.slice(0, 1)), ...asked]
      .filter(({ name, required }) => required && !values[name])
      .map(({ name }) => ({ field: `/${name}`, rule: 'required', expected: '' }));
    if (missing.length > 0 || !service) return form.refuse(missing);
    const { iin = '', fullName = '' } = values;
    const filled = Object.fromEntries(
      service.fields.map(({ name, meaning }) => [name, meaning === 'applicant-iin' ? iin : (values[name] ?? '')]),
    );
    setBusy(true);
    const made = await call('POST /requests', {
      body: {
        service: service.id,
        channel: channel as (typeof channels)[number],
        office,
        form: filled,
        applicant: { iin, fullName, language: form.typed['language'] === 'kk' ? 'kk' : 'ru' },
      },
    });
    setBusy(false);
    setProblem(isProblem(made) && !made.errors ? made : undefined);
    if (isProblem(made)) return form.refuse(made.errors ?? []);
    return goTo(`/app/counter/${made.id}`);
  };

  const field = (spec: FieldSpec) => (
    <FormField
      key={`${service?.id}-${spec.name}`}
      spec={spec}
      value={form.typed[spec.name] ?? ''}
      fault={form.faultOf(spec.name)}
      onInput={(value) => form.type(spec.name, value)}
    />
  );
  return (
    <Page
      title={t(counterTexts.title)}
      hasErrors={form.lines.length > 0}
      before={<ErrorSummary lines={form.lines} attempt={form.attempt} />}
    >
      {problem && <ProblemNotice problem={problem} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void send();
        }}
      >
        {visitor.map(field)}
        <Choice
          id="language"
          label={t(counterTexts.language)}
          value={form.typed['language'] ?? ''}
          options={[
            ['kk', 'Қазақша', 'kk'],
            ['ru', 'Русский', 'ru'],
          ]}
          onChange={(value) => form.type('language', value)}
        />
        <Loaded from={offered}>
          {({ services }) => (
            <Choice
              id="service"
              label={t(counterTexts.service)}
              value={form.typed['service'] ?? ''}
              fault={form.faultOf('service')}
              options={services.map(({ id, title }) => [id, t(title)])}
              onChange={(value) => void choose(value)}
            />
          )}
        </Loaded>
        {channels.length > 1 && (
          <Choice
            id="channel"
            label={t(counterTexts.channel)}
            value={channel}
            fault={form.faultOf('channel')}
            options={channels.map((each) => [each, t(channelNames[each])])}
            onChange={(value) => form.type('channel', value)}
          />
        )}
        {offices.length > 1 && (
          <Choice
            id="office"
            label={t(counterTexts.office)}
            value={office}
            fault={form.faultOf('office')}
            options={offices.map(({ code, name }) => [code, name, 'ru'])}
            onChange={(value) => form.type('office', value)}
          />
        )}
        {asked.map(field)}
        <p class="buttons">
          <BusyButton isBusy={isBusy} busy={t(counterTexts.saving)}>
            {t(counterTexts.goOn)}
          </BusyButton>
        </p>
      </form>
    </Page>
  );
}
