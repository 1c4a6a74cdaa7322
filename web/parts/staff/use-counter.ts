import type { FormValues } from '../../../lib/domain/regulation/form-values.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { filesAt } from '../../../lib/domain/access/places.ts';
import { isWrong, typedOf } from '../../form/rows.ts';
import { useForm } from '../../form/use-form.ts';
import { call, isProblem, useText, type Answer, type Problem } from '../../kit.ts';
import { isRefused } from '../../outbox/drain.ts';
import type { Basics } from '../../outbox/entry.ts';
import { removeEntries } from '../../outbox/shelf.ts';
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
import type { Resumed } from './tab-entry.ts';
import { useAside } from './use-aside.ts';
import { findService, useOffered } from './use-catalogue.ts';
import { knownOf, useDraft } from './use-draft.ts';
import { useLine } from './use-line.ts';

type Service = Answer<'GET /services/{service}'>;
type Request = Answer<'GET /requests/{id}'>;

/** A visitor whose application was signed and sent. */
export interface Served {
  readonly id: string;
  readonly number?: string | undefined;
  readonly receipt?: Answer<'GET /requests/{id}/receipt'>['receipt'];
}

/** Who serves here. */
export type Operator = Pick<Answer<'GET /account'>, 'id' | 'iin' | 'role' | 'office'>;

interface Asked {
  readonly account: Operator;
  /** A draft to continue. */
  readonly begun: Request | undefined;
  /** An entry of the outbox to continue. */
  readonly resumed: Resumed | undefined;
  readonly next: (served?: Served | 'aside') => void;
}

export type Counter = ReturnType<typeof useCounter>;

/** What is known about one visitor and their application, and what the operator does with it. */
export function useCounter({ account, begun, resumed, next }: Asked) {
  const t = useText();
  const own = account.office ?? '';
  // What was typed for somebody else stays there.
  const copy = typedCopy(resumed ? `counter-${resumed.id}` : 'counter');
  const [service, setService] = useState<Service>();
  const specs = [...visitor, ...birth, ...choices, ...(service?.fields ?? [])];
  const form = useForm(specs, resumed?.content.typed ?? firstOf(begun, copy.get()));
  const wanted = useRef('');
  const asideNow = useRef(false);
  const draft = useDraft(resumed?.known ?? (begun && knownOf(begun)));
  const [problem, setProblem] = useState<Problem>();
  const line = useLine(async () => (await added()) === undefined && line.mend());
  const [isShown, setShown] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const [turnedAway, setTurnedAway] = useState<keyof typeof because>();
  const recent = recentServices(account.id);
  const offered = useOffered(own);
  const titleOf = (id: string) => {
    const found = offered.value?.services.find((each) => each.id === id);
    return found && t(found.title);
  };

  /** In the tab; not beside the outbox, where it is sealed. */
  const remember = (typed: Readonly<Record<string, string>>) => {
    if (!asideNow.current) copy.set(typed);
  };
  const type = (name: string, value: string, changed?: string) => {
    form.type(name, value, changed);
    remember({ ...form.typed, [name]: value });
  };
  const choose = async (id: string) => {
    type('service', id);
    wanted.current = id;
    setService(undefined);
    if (id === '') return;
    const found = await findService(id, begun?.regulationVersion);
    // A person who goes through the list with the arrow keys has moved on meanwhile.
    if (wanted.current !== id) return;
    setProblem(isProblem(found) ? found : undefined);
    if (!isProblem(found)) setService(found);
  };
  useEffect(() => {
    const refused = resumed?.content.problem;
    if (form.typed['service']) void choose(form.typed['service']).then(() => refused && setProblem(refused));
    if (refused?.errors) form.refuse(refused.errors);
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

  const aside = useAside({
    ...{
      resumed,
      isCut: line.isCut,
      changed: JSON.stringify([form.typed, service?.id, draft.papers]),
    },
    now: () => {
      const isEmpty = draft.papers.length === 0 && Object.values(form.typed).every((text) => text.trim() === '');
      const sent = service ? formOf(service, values) : {};
      const content = { title: service?.title, typed: form.typed, basics, form: sent };
      return isEmpty ? undefined : { content, known: draft.known() };
    },
  });
  useEffect(() => {
    asideNow.current = aside.isKept;
    if (aside.isKept) copy.forget();
  }, [aside.isKept]);
  /** What came of saving it: the server has it, or cannot be asked now. */
  const follow = async (made: string | Problem | undefined) => {
    if (isProblem(made) && !isRefused(made) && made.status !== 401) line.cut();
    if (typeof made !== 'string') return;
    line.mend();
    await aside.drop();
    copy.set(form.typed);
  };

  /** Scans are uploaded while the form is being filled in, once it is known whose they are. */
  const added = async (): Promise<string | Problem | undefined> => {
    if (!service || channel === '' || office === '' || fullName.length < 2 || iinFault(iin).length > 0)
      return undefined;
    const wrong = await checkAll(service, values);
    const passing = Object.entries(formOf(service, values)).filter(([name]) => !isWrong(wrong, name));
    const made = await draft.prepare(basics, Object.fromEntries(passing));
    await follow(made);
    setProblem(isProblem(made) && made.problem !== 'network/failed' ? made : undefined);
    return made;
  };
  /** @returns the draft's id if it is complete; otherwise what is wrong has been shown */
  const prepare = async (): Promise<string | Problem> => {
    setProblem(undefined);
    const faults = await checkAll(service, values);
    const made = faults.length === 0 && service ? await draft.prepare(basics, formOf(service, values)) : undefined;
    await follow(made);
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
    await removeEntries((each) => each.request === id);
    return next({ id, number: request?.number, ...(found && !isProblem(found) && { receipt: found.receipt }) });
  };
  /** The visitor is served, or another one comes first. */
  const leave = async () => {
    copy.forget();
    if (aside.isKept || line.isCut) await aside.leave();
    else {
      const { id } = draft;
      draft.discard();
      if (id !== undefined) await removeEntries((each) => each.request === id);
    }
    next();
  };
  /** The visitor goes home: everything is filled in, and is sent when there is a connection. */
  const setAside = async () => {
    const faults = await checkAll(service, values);
    if (faults.length > 0) return form.refuse(faults);
    if (await aside.setAside()) return undefined;
    copy.forget();
    return next('aside');
  };
  /** What the person chose after somebody else had changed the draft. */
  const take = (formVersion: Parameters<typeof draft.see>[0], told: FormValues) => {
    const taken = typedOf(told);
    draft.see(formVersion);
    Object.entries(taken).forEach(([name, value]) => form.type(name, value));
    remember({ ...form.typed, ...taken });
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
    ...{ show, isShown, setShown, aside, setAside, isCut: line.isCut },
    recent: draft.isFixed ? [] : recent.all.filter((id) => titleOf(id) !== undefined),
  };
}

/** For a draft that is opened again: its content, and what was typed into it since in this tab. */
function firstOf(begun: Request | undefined, typed: Readonly<Record<string, string>> = {}): FormValues {
  if (!begun) return typed;
  const isOfIt = typed['iin'] === begun.applicant.iin && typed['service'] === begun.service;
  return { ...valuesOf(begun), ...(isOfIt && typed) };
}

const valuesOf = ({ applicant, service, channel, office, form }: Request) => ({
  ...form,
  ...visitorValues(applicant),
  ...{ service, channel, office },
});
