import { options } from 'preact';

/**
 * Draws nothing between press and release: what would appear then (an answer that has come, a field that was left) moves
 * the rest of the page, and the click that was meant for a button meets nothing, or another. A list of choices keeps the
 * release to itself, so that there nothing waits; a key, a movement without press and another window end the waiting.
 */
export function holdStill() {
  let isPressed = false;
  let draw: (() => void) | undefined;
  options.debounceRendering = (run) => {
    if (isPressed) draw = run;
    else queueMicrotask(run);
  };
  addEventListener('pointerdown', ({ target }) => {
    isPressed = !(target instanceof HTMLSelectElement);
  });
  for (const event of ['pointerup', 'pointercancel', 'pointermove', 'keydown', 'blur'])
    addEventListener(event, (happened) => {
      if (!isPressed || (happened as PointerEvent).buttons > 0) return;
      isPressed = false;
      // After the click that the release makes.
      if (draw) setTimeout(draw);
      draw = undefined;
    });
}
