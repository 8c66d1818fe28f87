import { html, nothing, render } from 'lit';
import type { Messages } from './messages';
import type { Question } from './annotation-questions';

/** Asks in a dialog over the viewer. Escape and a press beside it give the question up. */
export function askInDialog(
  root: ShadowRoot,
  question: Question,
  messages: Messages,
): Promise<string | undefined> {
  const dialog = document.createElement('dialog');
  dialog.className = 'question';
  return new Promise((resolve) => {
    let answer: string | undefined;
    let problem = '';
    const show = () => render(form(question, problem, messages, submit), dialog);
    const submit = (event: Event) => {
      event.preventDefault();
      const typed = dialog.querySelector('input')?.value ?? '';
      problem = question.problem(typed);
      if (problem) {
        show();
      } else {
        answer = typed;
        dialog.close();
      }
    };
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    show();
    root.append(dialog);
    dialog.showModal();
    dialog.querySelector('input')?.select();
  });
}

function form(question: Question, problem: string, messages: Messages, submit: (event: Event) => void): unknown {
  return html`
    <form @submit=${submit}>
      <label>
        <span class="question-title">${question.title}</span>
        <input
          type="text"
          autocomplete="off"
          inputmode=${question.isNumber ? 'decimal' : 'text'}
          placeholder=${question.hint || nothing}
          aria-invalid=${problem ? 'true' : 'false'}
          aria-describedby="question-problem"
          .value=${question.value}
        />
      </label>
      <p id="question-problem" class="problem" role="alert">${problem}</p>
      <div class="answers">
        <button type="button" class="text-button quiet" @click=${closeDialog}>${messages.get('action.cancel')}</button>
        <button type="submit" class="text-button">${messages.get('action.ok')}</button>
      </div>
    </form>
  `;
}

function closeDialog(event: Event): void {
  (event.target as Element).closest('dialog')?.close();
}
