import type { ReportError } from './report-api';
import type { ReportMessages } from './report-messages';

/** What a person can do about it. */
export function failureText({ kind, message }: ReportError, messages: ReportMessages): string {
  if (kind === 'session') {
    return messages.get('note.noSession');
  }
  return message || messages.get('note.noAnswer');
}
