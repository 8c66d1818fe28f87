import type { Annotation } from './annotation';
import { canCalibrate, typedMillimetres } from './calibration';
import type { Frame } from './frame';
import type { Messages } from './messages';

/** A question to the reader: one line of text. */
export interface Question {
  readonly title: string;
  readonly value: string;
  /** What is shown before anything is typed. */
  readonly hint: string;
  readonly isNumber: boolean;
  /** Why the answer cannot be taken; '' when it can. */
  readonly problem: (answer: string) => string;
}

/** Asks, and gives the answer, or undefined when the reader does not want to say. */
export type Ask = (question: Question) => Promise<string | undefined>;

/** Characters of a text at most; the server keeps no more. */
export const MOST_CHARACTERS = 500;

/**
 * Completes a figure that cannot do without words: a text, an arrow, the length of a calibration.
 *
 * @returns undefined when the reader gave it up
 */
export async function completed(
  figure: Annotation,
  frame: Frame,
  ask: Ask,
  messages: Messages,
): Promise<Annotation | undefined> {
  switch (figure.kind) {
    case 'text':
    case 'arrow': {
      const label = await ask(labelQuestion(figure, messages));
      const isNeeded = figure.kind === 'text';
      return label === undefined || (isNeeded && !label.trim()) ? undefined : { ...figure, label: label.trim() };
    }
    case 'calibration': {
      if (!canCalibrate(frame)) {
        return undefined;
      }
      const lengthMm = typedMillimetres((await ask(lengthQuestion(messages))) ?? '');
      return lengthMm === undefined
        ? undefined
        : { ...figure, quantities: [{ name: 'length', value: lengthMm, unit: 'mm' }] };
    }
    default:
      return figure;
  }
}

export function labelQuestion({ label, kind }: Annotation, messages: Messages): Question {
  const isText = kind === 'text' || kind === 'arrow';
  return {
    title: messages.get(isText ? 'question.text' : 'question.name'),
    value: label,
    hint: '',
    isNumber: false,
    problem: (answer) => (answer.length > MOST_CHARACTERS ? messages.get('question.tooLong', MOST_CHARACTERS) : ''),
  };
}

function lengthQuestion(messages: Messages): Question {
  return {
    title: messages.get('question.calibration'),
    value: '',
    hint: messages.get('question.millimetres'),
    isNumber: true,
    problem: (answer) => (typedMillimetres(answer) === undefined ? messages.get('question.noLength') : ''),
  };
}
