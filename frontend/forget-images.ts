import { forgetAnswers } from './viewer/answer-store';

/** Stands where nobody is logged in: deletes the images that a reader left in this browser. */
class ForgetImages extends HTMLElement {
  connectedCallback(): void {
    this.hidden = true;
    forgetAnswers().catch((cause: unknown) => console.warn('Images kept in this browser could not be deleted.', cause));
  }
}

customElements.define('forget-images', ForgetImages);
