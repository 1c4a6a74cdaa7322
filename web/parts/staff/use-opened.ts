import { useLayoutEffect, useRef, useState } from '../../kit.ts';

/** A button that opens a form in its place. The pressed button is gone: what it opened is read next, or it is there again. */
export function useOpened() {
  const [isOpen, setOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (isOpen) heading.current?.focus();
    else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return { isOpen, setOpen, heading, opener };
}
