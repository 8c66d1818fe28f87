import { html, type TemplateResult } from 'lit';

/** One of several, as radio buttons in a row. */
export function radios<T extends string>(
  name: string,
  label: string,
  options: readonly (readonly [value: T, text: string, isOff?: boolean])[],
  chosen: T,
  onChoose: (value: T) => void,
): TemplateResult {
  return html`
    <fieldset class="option-set" data-choice=${name}>
      <legend>${label}</legend>
      ${options.map(
        ([value, text, isOff = false]) => html`
          <label class="option">
            <input
              type="radio"
              name=${name}
              value=${value}
              .checked=${value === chosen}
              ?disabled=${isOff}
              @change=${() => onChoose(value)}
            />
            <span>${text}</span>
          </label>
        `,
      )}
    </fieldset>
  `;
}

export function tick(
  name: string,
  text: string,
  isOn: boolean,
  onChange: (isOn: boolean) => void,
  isOff = false,
): TemplateResult {
  return html`
    <label class="option">
      <input
        type="checkbox"
        name=${name}
        .checked=${isOn}
        ?disabled=${isOff}
        @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
      />
      <span>${text}</span>
    </label>
  `;
}

/** One of many, in a list that opens. */
export function select(
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  onChoose: (value: string) => void,
): TemplateResult {
  return html`
    <label class="select">
      <span>${label}</span>
      <select name=${name} @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value)}>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
      </select>
    </label>
  `;
}
