import { forgetReader } from './forget-reader';

/**
 * Ends the session when nobody has touched mouse, keyboard or screen for a time, on any of the browser's pages of this
 * appliance. Background requests do not count, but an upload that gets on does: who began it waits for it. A minute
 * before, it asks.
 */
const SHARED_KEY = 'hospital-viewer.last-input';
const EVENTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'touchmove', 'upload-progress'] as const;
/** How often the server and the other pages hear that somebody is there, in ms. */
const TELL_EVERY = 20_000;
const LOOK_EVERY = 1_000;
const WARNED_BEFORE = 60_000;

const styles = new CSSStyleSheet();
styles.replaceSync(`
  dialog { max-width: 24rem; padding: 1.75rem; border: 1px solid var(--vaadin-border-color-secondary, #8886);
    border-radius: var(--vaadin-radius-l, 10px); background: var(--aura-surface-color-solid, Canvas);
    color: var(--vaadin-text-color, CanvasText); font-family: var(--aura-font-family, system-ui); }
  dialog::backdrop { background: rgb(0 0 0 / 0.55); }
  h2 { margin: 0 0 0.5rem; font-size: 1.125rem; }
  p { margin: 0; line-height: 1.45; }`);

class IdleWatch extends HTMLElement {
  private timer = 0;
  private told = 0;
  private dialog?: HTMLDialogElement;
  private leaving = false;

  private readonly onInput = (): void => this.heard();
  private readonly onShared = (event: StorageEvent): void => {
    if (event.key === SHARED_KEY) {
      this.look();
    }
  };

  connectedCallback(): void {
    this.heard();
    EVENTS.forEach(name => window.addEventListener(name, this.onInput, { capture: true, passive: true }));
    window.addEventListener('storage', this.onShared);
    this.timer = window.setInterval(() => this.look(), LOOK_EVERY);
  }

  disconnectedCallback(): void {
    EVENTS.forEach(name => window.removeEventListener(name, this.onInput, { capture: true }));
    window.removeEventListener('storage', this.onShared);
    window.clearInterval(this.timer);
  }

  private get timeout(): number {
    return Number(this.getAttribute('seconds')) * 1_000;
  }

  private heard(): void {
    const now = Date.now();
    if (this.leaving || this.idleSince() + this.timeout < now && this.told > 0) {
      return; // too late: this page slept, and the session is over
    }
    if (now - this.told > TELL_EVERY || this.dialog) {
      this.told = now;
      localStorage.setItem(SHARED_KEY, String(now));
      void fetch('api/auth/activity', { method: 'POST', keepalive: true }).catch(() => undefined);
    }
  }

  /** The last input on any page, exact to the time between two tellings. */
  private idleSince(): number {
    return Math.max(this.told, Number(localStorage.getItem(SHARED_KEY)) || 0);
  }

  private look(): void {
    const left = this.idleSince() + this.timeout - Date.now();
    if (left <= 0) {
      void this.leave();
    } else if (left <= Math.min(WARNED_BEFORE, this.timeout / 2)) {
      this.warn(Math.ceil(left / 1_000));
    } else {
      this.closeWarning(); // not in the moment of the input: the rest of a tap must not reach what lies below
    }
  }

  private warn(seconds: number): void {
    if (!this.dialog) {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [styles];
      root.innerHTML = `<dialog role="alertdialog" aria-labelledby="title" aria-describedby="advice">
        <h2 id="title"></h2><p id="advice"></p></dialog>`;
      this.dialog = root.querySelector('dialog')!;
      root.querySelector('h2')!.textContent = this.getAttribute('warning');
      this.dialog.showModal();
    }
    const advice = (this.getAttribute('advice') ?? '').replace('%s', String(seconds));
    this.dialog.querySelector('p')!.textContent = advice;
  }

  private closeWarning(): void {
    this.dialog?.close();
    this.dialog?.remove();
    this.dialog = undefined;
  }

  private async leave(): Promise<void> {
    if (!this.leaving) {
      this.leaving = true;
      // While the server is away no login page comes that would delete what is kept here.
      await fetch('api/auth/logout', { method: 'POST' }).catch(() => forgetReader());
      location.assign(new URL('login?idle', document.baseURI));
    }
  }
}

customElements.define('idle-watch', IdleWatch);
