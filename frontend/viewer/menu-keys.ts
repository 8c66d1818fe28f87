/** Arrow keys walk through the items of a menu (WAI-ARIA menu pattern) instead of scrolling the picture. */
export function moveFocus(event: KeyboardEvent): void {
  const step = STEPS[event.key] ?? 0;
  if (step !== 0) {
    event.preventDefault();
    event.stopPropagation();
    const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.menu-item')];
    const next = items.findIndex((each) => each === event.target) + step;
    items[(next + items.length) % items.length]?.focus();
  }
}

/** The keyboard goes on in the menu that it opened, once that has its items: where the choice is, or at the top. */
export function focusFirst(menu: Element | undefined): void {
  queueMicrotask(() => {
    const chosen = menu?.querySelector<HTMLElement>('[role=menuitemradio][aria-checked=true]');
    (chosen ?? menu?.querySelector<HTMLElement>('.menu-item'))?.focus();
  });
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
