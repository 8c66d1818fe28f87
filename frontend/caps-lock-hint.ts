/** Shows its text while Caps Lock is on and somebody types a password. */
class CapsLockHint extends HTMLElement {
  private readonly look = (event: KeyboardEvent): void => {
    const typed = event.composedPath()[0];
    const password = typed instanceof HTMLInputElement && typed.type === 'password';
    this.hidden = !(password && event.getModifierState('CapsLock'));
  };

  connectedCallback(): void {
    this.hidden = true;
    this.setAttribute('role', 'status');
    window.addEventListener('keydown', this.look, true);
    window.addEventListener('keyup', this.look, true);
  }

  disconnectedCallback(): void {
    window.removeEventListener('keydown', this.look, true);
    window.removeEventListener('keyup', this.look, true);
  }
}

customElements.define('caps-lock-hint', CapsLockHint);
