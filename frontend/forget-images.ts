import { forgetReader } from './forget-reader';

/** Stands where nobody is logged in: deletes what a reader left in this browser. */
class ForgetImages extends HTMLElement {
  connectedCallback(): void {
    this.hidden = true;
    void forgetReader();
  }
}

customElements.define('forget-images', ForgetImages);
