/** Gives the viewer the whole screen, and gives it back. The browser leaves it by Escape itself. */
export class FullScreen {
  readonly #element: HTMLElement;
  readonly #onChange: () => void;

  constructor(element: HTMLElement, onChange: () => void) {
    this.#element = element;
    this.#onChange = onChange;
    document.addEventListener('fullscreenchange', this.#onChange);
  }

  /** Phones of some makers cannot, and a frame of another page may not. */
  get isPossible(): boolean {
    return document.fullscreenEnabled === true;
  }

  get isOn(): boolean {
    return document.fullscreenElement?.contains(this.#element) === true;
  }

  toggle(): void {
    if (this.isOn) {
      void document.exitFullscreen();
    } else if (this.isPossible) {
      // Refused where no press of the reader asked for it: nothing is lost then.
      this.#element.requestFullscreen().catch(() => undefined);
    }
  }

  dispose(): void {
    document.removeEventListener('fullscreenchange', this.#onChange);
    if (this.isOn) {
      void document.exitFullscreen();
    }
  }
}
