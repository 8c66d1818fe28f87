/** The keyboard goes on in the menu that it opened. */
export function focusFirst(menu: Element | undefined): void {
  menu?.querySelector<HTMLElement>('[aria-checked=true], .menu-item')?.focus();
}

/** Up and down walk through the items (WAI-ARIA menu pattern) instead of scrolling the picture. */
export function moveFocus(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step !== 0) {
    event.preventDefault();
    event.stopPropagation();
    const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.menu-item')];
    const next = items.findIndex((each) => each === event.target) + step;
    items[(next + items.length) % items.length]?.focus();
  }
}
