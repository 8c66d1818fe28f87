import type { MenuName } from './toolbar';

/** Which menu is open: one at a time. */
export class Menus {
  readonly #onChange: () => void;
  #open: MenuName | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get open(): MenuName | undefined {
    return this.#open;
  }

  show(menu: MenuName | undefined): void {
    if (this.#open !== menu) {
      this.#open = menu;
      this.#onChange();
    }
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
