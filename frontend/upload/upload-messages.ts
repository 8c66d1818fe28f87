import { Texts } from '../viewer/texts';

/** Every text of the upload screen in English; the page gives its own for any of these keys. {0}, {1} are filled in. */
export const defaultUploadMessages = {
  'drop.title': 'Drop files, folders or ZIPs here',
  'drop.touch': 'Choose images and documents',
  'drop.advice': 'A whole CD, a folder of images, a PDF, a photograph or a film.',
  'drop.study': 'A PDF, a photograph or a film is for the study of {0}, unless you say otherwise.',
  'drop.files': 'Choose files',
  'drop.folder': 'Choose a folder',
  'drop.reading': 'Looking into the folders: {0} files so far',
  'left.one': 'One file was not finished earlier. Choose it again, and it goes on where it stopped.',
  'left.many': '{0} files were not finished earlier. Choose them again, and they go on where they stopped.',
  'left.discard': 'Discard',
  'progress.name': 'Progress',
  'progress.files': '{0} of {1} files',
  'progress.bytes': '{0} of {1}',
  'progress.left': 'about {0} left',
  'progress.done': 'All done.',
  'progress.checking': 'being taken in',
  'progress.pause': 'Pause',
  'progress.resume': 'Go on',
  'progress.cancel': 'Stop',
  'hold.paused': 'Paused. Nothing that was sent is lost.',
  'hold.session': 'You are logged out. Log in, choose the same files again, and it goes on where it stopped.',
  'hold.login': 'Log in',
  'hold.full': 'Stopped. {0}',
  'hold.away': 'The appliance does not answer. It goes on by itself as soon as it does.',
  'hold.later': 'Waiting. {0}',
  'documents.one': 'One document needs to be told whom it belongs to.',
  'documents.many': '{0} documents need to be told whom they belong to.',
  'documents.say': 'Say whom',
  'documents.skip': 'Leave out',
  'results.name': 'Files',
  'results.all': 'All',
  'results.none': 'Nothing here.',
  'outcome.IMPORTED': 'New',
  'outcome.DUPLICATE': 'Already here',
  'outcome.QUARANTINED': 'To be decided',
  'outcome.REFUSED': 'Not taken',
  'why.DUPLICATE': 'The archive has exactly this image.',
  'why.QUARANTINED': 'The archive has another image under the same number. An administrator decides which one stays.',
  'studies.name': 'Studies',
  'studies.files.one': '1 file',
  'studies.files': '{0} files',
  'studies.unknown': 'Study',
  'reason.unreadable': 'The browser cannot read this file. It may have been moved or the disc taken out.',
  'say.title': 'Whom does it belong to?',
  'say.which': 'Patient',
  'say.known': 'A study that is here',
  'say.new': 'A new patient',
  'say.search': 'Name or ID of the patient',
  'say.found.none': 'No study is found.',
  'say.found.failed': 'The search failed. Try again in a moment.',
  'say.found.name': 'Studies found',
  'say.family': 'Family name',
  'say.given': 'Given names',
  'say.id': 'Patient ID',
  'say.birth': 'Date of birth',
  'say.sex': 'Sex',
  'say.sex.none': 'Not known',
  'say.sex.F': 'Female',
  'say.sex.M': 'Male',
  'say.sex.O': 'Other',
  'say.document': 'Document',
  'say.documentTitle': 'Title',
  'say.documentTitle.many': 'Title (if left empty, the names of the files)',
  'say.date': 'Date of the document',
  'say.picture': 'What the picture shows',
  'say.picture.photo': 'The patient (a photograph)',
  'say.picture.page': 'A page or a screen',
  'say.choose': 'Choose a study first.',
  'say.cancel': 'Cancel',
  'say.send': 'Upload',
  'size.KB': '{0} KB',
  'size.MB': '{0} MB',
  'size.GB': '{0} GB',
  'time.seconds': '{0} s',
  'time.minutes': '{0} min',
  'time.hours': '{0} h',
} as const;

export type UploadMessageKey = keyof typeof defaultUploadMessages;

/** The texts of the upload screen. */
export class UploadMessages extends Texts<UploadMessageKey> {
  constructor() {
    super(defaultUploadMessages);
  }

  /** Of a size in bytes. */
  size(bytes: number): string {
    const kilobytes = bytes / 1_000;
    if (kilobytes < 1_000) {
      return this.get('size.KB', Math.ceil(kilobytes));
    }
    return kilobytes < 1e6 ? this.get('size.MB', round(kilobytes / 1e3)) : this.get('size.GB', round(kilobytes / 1e6));
  }

  /** Of a time in ms. */
  time(ms: number): string {
    const seconds = Math.round(ms / 1_000);
    if (seconds < 90) {
      return this.get('time.seconds', seconds);
    }
    return seconds < 5_400 ? this.get('time.minutes', Math.round(seconds / 60)) : this.get('time.hours', round(seconds / 3_600));
  }
}

function round(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}
