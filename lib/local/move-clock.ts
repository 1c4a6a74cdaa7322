let moved = 0;

/** By how many milliseconds: threads have clocks of their own. */
export const clockMovedBy = (): number => moved;

/**
 * Moves the clock of this process: what asks for the time is told a later one, and timers run as before. So the platform can
 * be seen as it will be in years, without waiting.
 */
export function moveClock(milliseconds: number): void {
  moved += milliseconds;
  const Real = Date;
  const now = () => Real.now() + milliseconds;
  globalThis.Date = new Proxy(Real, {
    construct: (target, given: unknown[], made) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, made) as Date,
    apply: () => new Real(now()).toString(),
    get: (target, name, asked) => (name === 'now' ? now : (Reflect.get(target, name, asked) as unknown)),
  });
}
