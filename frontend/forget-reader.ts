import { forgetPage } from './reading-room/shell-cache';
import { forgetAnswers } from './viewer/answer-store';

/** Deletes the page and the images that a reader left in this browser. */
export async function forgetReader(): Promise<void> {
  try {
    await Promise.all([forgetPage(), forgetAnswers()]);
  } catch (cause) {
    console.warn('What is kept in this browser could not be deleted.', cause);
  }
}
