import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../viewer/icons';
import type { PanelModel } from './panel-model';
import type { ReportContent, ReportKeyImage } from './report';

/** @param onContent undefined where the report is only read */
export function keyImagesView(
  content: ReportContent,
  onContent: ((content: ReportContent) => void) | undefined,
  model: PanelModel,
  study = model.desk.ports.study,
): TemplateResult | typeof nothing {
  const { keyImages } = content;
  if (keyImages.length === 0) {
    return nothing;
  }
  const put = (images: readonly ReportKeyImage[]) => onContent?.({ ...content, keyImages: images });
  return html`
    <section class="key-images">
      <h3>${model.messages.get('section.keyImages')}</h3>
      <ul>
        ${repeat(keyImages, nameOf, (image, place) => {
          const change = onContent && {
            caption: (caption: string) => put(keyImages.map((each) => (each === image ? { ...image, caption } : each))),
            remove: () => put(keyImages.filter((each) => each !== image)),
          };
          return keyImageView(image, place + 1, study, change, model);
        })}
      </ul>
    </section>
  `;
}

interface KeyImageChange {
  readonly caption: (caption: string) => void;
  readonly remove: () => void;
}

function keyImageView(
  image: ReportKeyImage,
  place: number,
  study: string,
  change: KeyImageChange | undefined,
  { messages, images, dicomweb, desk }: PanelModel,
): TemplateResult {
  const { seriesInstanceUid, sopInstanceUid, frame, caption } = image;
  const isHere = images !== undefined && study === desk.ports.study;
  const picture = html`<img
    src=${thumbnail(dicomweb, study, image)}
    alt=${caption || messages.get('keyImage.name', place)}
    loading="lazy"
  />`;
  const show = () =>
    images?.show({ seriesInstanceUID: seriesInstanceUid, sopInstanceUID: sopInstanceUid, frameNumber: frame });
  const label = messages.get('keyImage.show', place);
  const remove = messages.get('keyImage.remove', place);
  return html`
    <li class="key-image">
      ${
        isHere
          ? html`<button type="button" class="picture" title=${label} aria-label=${label} @click=${show}>${picture}</button>`
          : html`<span class="picture">${picture}</span>`
      }
      ${
        change
          ? html`
              <input
                dir="auto"
                maxlength="500"
                aria-label=${messages.get('keyImage.caption', place)}
                .value=${live(caption)}
                @input=${(event: Event) => change.caption((event.target as HTMLInputElement).value)}
              />
              <button type="button" class="icon-button" title=${remove} aria-label=${remove} @click=${change.remove}>
                ${icon('clear')}
              </button>
            `
          : html`<span class="caption" dir="auto">${caption}</span>`
      }
    </li>
  `;
}

export function thumbnail(dicomweb: string, study: string, image: ReportKeyImage): string {
  const [series, instance] = [image.seriesInstanceUid, image.sopInstanceUid].map(encodeURIComponent);
  return `${dicomweb}/studies/${encodeURIComponent(study)}/series/${series}/instances/${instance}/frames/${image.frame}/thumbnail`;
}

function nameOf({ sopInstanceUid, frame }: ReportKeyImage): string {
  return `${sopInstanceUid} ${frame}`;
}
