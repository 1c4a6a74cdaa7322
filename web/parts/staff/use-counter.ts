import { useEffect, useRef, useState } from 'preact/hooks';
import { filesAt } from '../../../lib/domain/access/places.ts';
import { useForm } from '../../form/use-form.ts';
import { call, isProblem, useAnswer, useText, type Answer, type Problem } from '../../kit.ts';
import { counterTexts } from '../../texts/counter.ts';
import type { because } from '../../texts/request.ts';
import { whyOf } from '../representative.tsx';
import { typedCopy } from '../typed-copy.ts';
import { awaitNumber } from './await-number.ts';
import {
  applicantOf,
  askedOf,
  birth,
  checkAll,
  choices,
  formOf,
  iinFault,
  visitor,
  visitorValues,
} from './counter-fields.ts';
import { recentServices } from './recent.ts';
import { useDraft, type Basics } from './use-draft.ts';

type Service = Answer<'GET /services/{service}'>;
type Request = Answer<'GET /requests/{id}'>;

/** A visitor whose application was signed and sent. */
export interface Served {
  readonly id: string;
  readonly number?: string | undefined;
  readonly receipt?: Answer<'GET /requests/{id}/receipt'>['receipt'];
}

interface Asked {
  readonly account: Answer<'GET /account'>;
  /** A draft to continue. */
  readonly begun: Request | undefined;
  readonly next: (served?: Served) => void;
}

export type Counter = ReturnType<typeof useCounter>;

/** What is known about one visitor and their application, and what the operator does with it. */
export function useCounter({ account, begun, next }: Asked) {
  const t = useText();
  const own = account.office ?? '';
  const copy = typedCopy('counter');
  const [service, setService] = useState<Service>();
  const specs = [...visitor, ...birth, ...choices, ...(service?.fields ?? [])];
  const form = useForm(specs, firstOf(begun, copy.get()));
  const wanted = useRef('');
  const draft = useDraft(begun);
  const [problem, setProblem] = useState<Problem>();
  const [isShown, setShown] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const [turnedAway, setTurnedAway] = useState<keyof typeof because>();
  const recent = recentServices(account.id);
  const offered = useAnswer('GET /services', { query: { office: own, limit: 100 } });
  const titleOf = (id: string) => {
    const found = offered.value?.services.find((each) => each.id === id);
    return found && t(found.title);
  };

  const type = (name: string, value: string) => {
    form.type(name, value);
    copy.set({ ...form.typed, [name]: value });
  };
  const choose = async (id: string) => {
    type('service', id);
    wanted.current = id;
    setService(undefined);
    if (id === '') return;
    const found = await call('GET /services/{service}', {
      params: { service: id },
      ...(begun && { query: { version: begun.regulationVersion } }),
    });
    // A person who goes through the list with the arrow keys has moved on meanwhile.
    if (wanted.current !== id) return;
    setProblem(isProblem(found) ? found : undefined);
    if (!isProblem(found)) setService(found);
  };
  useEffect(() => {
    if (form.typed['service']) void choose(form.typed['service']);
  }, []);

  const channels = (service?.channels ?? []).filter(({ counter }) => filesAt[account.role].includes(counter));
  const offices = (service?.offices ?? []).filter(({ code }) => !filesAt[account.role].includes('mio') || code === own);
  const only = (all: readonly string[], name: string) => (all.length === 1 ? all[0]! : (form.typed[name] ?? ''));
  const channel = only(
    channels.map((each) => each.channel),
    'channel',
  );
  const asked = askedOf(service, channel);
  const office = only(
    offices.map(({ code }) => code),
    'office',
  );
  const values: Readonly<Record<string, string>> = { ...form.values, channel, office };
  const { iin = '', fullName = '' } = values;
  const language = (form.typed['language'] ?? t.language) === 'kk' ? 'kk' : 'ru';
  const basics = {
    ...{ service: service?.id ?? '', channel, office },
    applicant: { ...applicantOf(values), language },
  } as Basics;

  /** Scans are uploaded while the form is being filled in, once it is known whose they are. */
  const added = async () => {
    if (!service || channel === '' || office === '' || fullName.length < 2 || iinFault(iin).length > 0) return;
    const wrong = new Set((await checkAll(service, values)).map(({ field: at }) => at));
    const passing = Object.entries(formOf(service, values)).filter(([name]) => !wrong.has(`/form/${name}`));
    const made = await draft.prepare(basics, Object.fromEntries(passing));
    if (isProblem(made)) setProblem(made);
  };
  /** @returns the draft's id if it is complete; otherwise what is wrong has been shown */
  const prepare = async (): Promise<string | Problem> => {
    setProblem(undefined);
    const faults = await checkAll(service, values);
    const made = faults.length === 0 && service ? await draft.prepare(basics, formOf(service, values)) : undefined;
    if (isProblem(made) && made.problem === 'form/newer') setProblem(made);
    const refused = faults.length > 0 ? faults : isProblem(made) ? (made.errors ?? []) : [];
    if (refused.length > 0) form.refuse(refused);
    if (made !== undefined && refused.length === 0) return made;
    return { problem: 'form/invalid', title: t(counterTexts.fixFirst) };
  };
  const show = async () => {
    const faults = await checkAll(service, values);
    if (faults.length > 0) form.refuse(faults);
    else setShown(true);
  };
  const sent = async (id: string) => {
    setWaiting(true);
    recent.add(basics.service);
    const request = await awaitNumber(id);
    if (request?.state === 'turned-away') {
      setWaiting(false);
      setTurnedAway(whyOf(request));
      return draft.forget();
    }
    const found = request && (await call('GET /requests/{id}/receipt', { params: { id } }));
    copy.forget();
    return next({ id, number: request?.number, ...(found && !isProblem(found) && { receipt: found.receipt }) });
  };
  /** The visitor is served, or another one comes first. */
  const leave = () => {
    copy.forget();
    draft.discard();
    next();
  };
  /** What the person chose after somebody else had changed the draft. */
  const take = (formVersion: Parameters<typeof draft.see>[0], taken: Readonly<Record<string, string>>) => {
    draft.see(formVersion);
    Object.entries(taken).forEach(([name, value]) => form.type(name, value));
    copy.set({ ...form.typed, ...taken });
    setProblem(undefined);
  };
  const leaveVisitor = () => {
    const faults = iinFault(iin);
    if (faults.length > 0) return form.refuse(faults);
    return document.getElementById(fullName === '' ? 'fullName' : 'service')?.focus();
  };

  return {
    ...{ form, values, type, service, choose, asked, offered, titleOf, channels, channel, offices, office, language },
    ...{ draft, added, prepare, sent, isWaiting, turnedAway, problem, take, leave, leaveVisitor },
    ...{ show, isShown, setShown },
    recent: draft.isFixed ? [] : recent.all.filter((id) => titleOf(id) !== undefined),
  };
}

/** For a draft that is opened again: its content, and what was typed into it since in this tab. */
function firstOf(begun: Request | undefined, typed: Readonly<Record<string, string>> = {}) {
  if (!begun) return typed;
  const isOfIt = typed['iin'] === begun.applicant.iin && typed['service'] === begun.service;
  return { ...valuesOf(begun), ...(isOfIt && typed) };
}

const valuesOf = ({ applicant, service, channel, office, form }: Request) => ({
  ...form,
  ...visitorValues(applicant),
  ...{ service, channel, office },
});
