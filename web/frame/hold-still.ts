import { options } from 'preact';

/**
 * Draws nothing between press and release. New content (an answer that has arrived, a field that was left) would move
 * the rest of the page, and the click would miss its button or hit another. A list of choices gets no release event, so
 * nothing waits for it; a key, a movement without a press, and another window also end the wait.
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
      // After the click that follows the release.
      if (draw) setTimeout(draw);
      draw = undefined;
    });
}
