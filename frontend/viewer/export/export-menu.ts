import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon, type IconName } from '../icons';
import { focusFirst, moveFocus } from '../menu-keys';
import type { Messages } from '../messages';

/** What can be taken out of the viewer. */
export interface ExportMenuModel {
  readonly isOpen: boolean;
  readonly hasPicture: boolean;
  /** Whether there is a picture on the screen, be it in another place than the reader's. */
  readonly canPrint: boolean;
  readonly hasFile: boolean;
  /** Whether files may be taken out at all, and the picture is one of a file; a plane through a volume is not. */
  readonly mayTakeFiles: boolean;
  readonly isPreparing: boolean;
  /** Address of the study as one file, undefined where there is none. */
  readonly studyZip: string | undefined;
  readonly onToggle: () => void;
  readonly onPicture: () => void;
  readonly onPrint: () => void;
  readonly onFile: () => void;
  readonly onStudy: () => void;
}

/** A button that opens the ways out: picture, paper, files. */
export function exportMenu(model: ExportMenuModel, messages: Messages): TemplateResult {
  const label = messages.get('export.action');
  return html`
    <div class="menu-anchor at-end">
      <button
        class="tool"
        data-tool="export"
        title=${label}
        aria-label=${label}
        aria-haspopup="menu"
        aria-expanded=${model.isOpen}
        ?disabled=${!model.canPrint && model.studyZip === undefined}
        @click=${model.onToggle}
      >
        ${icon('export')}
      </button>
      ${model.isOpen ? menu(model, label, messages) : nothing}
    </div>
  `;
}

function menu(model: ExportMenuModel, label: string, messages: Messages): TemplateResult {
  const { hasPicture, canPrint, hasFile, mayTakeFiles, isPreparing, studyZip } = model;
  const file = messages.get(isPreparing ? 'export.preparing' : 'export.dicom');
  return html`
    <div class="menu" role="menu" aria-label=${label} @keydown=${moveFocus} ${ref(focusFirst)}>
      ${item('picture', messages.get('export.picture'), hasPicture, model.onPicture)}
      ${item('print', messages.get('export.print'), canPrint, model.onPrint)}
      ${mayTakeFiles ? item('document', file, hasFile && !isPreparing, model.onFile) : nothing}
      ${
        studyZip === undefined
          ? nothing
          : html`<a
            class="menu-item with-icon"
            role="menuitem"
            data-export="archive"
            href=${studyZip}
            download
            @click=${model.onStudy}
          >${icon('archive')}<span>${messages.get('export.study')}</span></a>`
      }
    </div>
  `;
}

function item(symbol: IconName, text: string, isPossible: boolean, onClick: () => void): TemplateResult {
  return html`
    <button
      class="menu-item with-icon"
      role="menuitem"
      data-export=${symbol}
      ?disabled=${!isPossible}
      @click=${onClick}
    >
      ${icon(symbol)}<span>${text}</span>
    </button>
  `;
}
