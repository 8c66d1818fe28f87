import { html, render, type TemplateResult } from 'lit';
import { readableDate, readablePersonName, text } from '../dicom-json';
import type { Messages } from '../messages';
import { Tag } from '../tags';
import { pagesOf } from './print-plan';
import { pageStyles, SHEET_CLASS, sheetStyles, type SheetOptions } from './print-styles';
import type { PrintedPicture } from './printed-picture';
import { readableLength, type ScaleBar } from './scale-bar';

/** Puts the pages on the page, opens the print dialog of the browser, and takes them away when it is done. */
export async function printSheet(
  pictures: readonly PrintedPicture[],
  options: SheetOptions,
  messages: Messages,
): Promise<void> {
  document.querySelectorAll(`.${SHEET_CLASS}`).forEach((left) => left.remove());
  const host = document.createElement('div');
  host.className = SHEET_CLASS;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheetStyles(options)];
  render(pagesOf(pictures, options.grid).map((page, place, all) => pageOf(page, place + 1, all.length, messages)), root);
  const ofPage = pageStyles(options.paper);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ofPage];
  document.body.append(host);
  const leave = () => {
    host.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== ofPage);
  };
  globalThis.addEventListener('afterprint', leave, { once: true });
  // The browser lays the pages out before it is asked to print them.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  globalThis.print();
}

function pageOf(
  pictures: readonly PrintedPicture[],
  number: number,
  count: number,
  messages: Messages,
): TemplateResult {
  return html`
    <section class="page">
      ${heading(pictures[0], messages)}
      <div class="grid">${pictures.map((picture) => tile(picture, messages))}</div>
      <footer>
        <span>${messages.get('print.notForDiagnosis')}</span>
        <span>${messages.get('print.page', number, count)}</span>
      </footer>
    </section>
  `;
}

/** On every page, since pages come apart. */
function heading({ frame }: PrintedPicture, messages: Messages): TemplateResult {
  const of = (tag: string) => text(frame.attributes, tag);
  const born = of(Tag.PatientBirthDate);
  const person = [of(Tag.PatientID), born && messages.get('text.born', readableDate(born)), of(Tag.PatientSex)];
  const study = [of(Tag.StudyDescription), readableDate(of(Tag.StudyDate))];
  const today = new Date().toISOString().slice(0, 10);
  return html`
    <header>
      <div><b>${readablePersonName(of(Tag.PatientName))}</b><span>${person.filter(Boolean).join(' · ')}</span></div>
      <div>
        <b>${study.filter(Boolean).join(' · ')}</b><span>${messages.get('print.printed', today)}</span>
      </div>
    </header>
  `;
}

function tile({ canvas, caption, details, scale }: PrintedPicture, messages: Messages): TemplateResult {
  return html`
    <figure>
      <div class="picture">${canvas ?? html`<p>${details}</p>`}</div>
      <figcaption>
        ${canvas ? scaleOf(scale, messages) : ''}
        <span class="caption">${caption}</span>
        <span class="details">${canvas ? details : ''}</span>
      </figcaption>
    </figure>
  `;
}

/** As long as the length is in the picture above it. */
function scaleOf(scale: ScaleBar | undefined, messages: Messages): TemplateResult {
  if (!scale) {
    return html`<span class="scale">${messages.get('print.noScale')}</span>`;
  }
  const kind = scale.plane === 'patient' ? '' : messages.get(`print.${scale.plane}`);
  const width = `width: ${(100 * scale.share).toFixed(3)}%`;
  return html`
    <span class="scale">
      <span class="bar" .style=${width}></span><span>${[readableLength(scale.lengthMm), kind].join(' ').trim()}</span>
    </span>
  `;
}
