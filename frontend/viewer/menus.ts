import type { MenuName } from './toolbar';

/** Which menu is open: one at a time. */
export class Menus {
  readonly #root: DocumentOrShadowRoot;
  readonly #onChange: () => void;
  #open: MenuName | undefined;
  /** Had the focus when the menu was opened, and gets it back. */
  #before: HTMLElement | undefined;

  constructor(root: DocumentOrShadowRoot, onChange: () => void) {
    this.#root = root;
    this.#onChange = onChange;
  }

  get open(): MenuName | undefined {
    return this.#open;
  }

  show(menu: MenuName | undefined): void {
    if (this.#open === menu) {
      return;
    }
    const focused = this.#root.activeElement as HTMLElement | null;
    if (menu && !this.#open) {
      this.#before = focused ?? undefined;
    } else if (!menu && focused?.closest('.menu')) {
      this.#before?.focus({ preventScroll: true });
    }
    this.#open = menu;
    this.#onChange();
  }

  toggle(menu: MenuName): void {
    this.show(this.#open === menu ? undefined : menu);
  }

  /** A press anywhere else closes the menu. */
  closeOutside(event: Event): void {
    const own = this.#open === 'more' ? '.secondary, [data-tool=more]' : '.menu, [aria-haspopup], dialog';
    if (!event.composedPath().some((node) => node instanceof Element && node.matches(own))) {
      this.show(undefined);
    }
  }
}
