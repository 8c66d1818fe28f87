import { pictureDialog } from './export/picture-dialog';
import { helpDialog } from './help-dialog';
import type { Messages } from './messages';
import type { PageKey } from './page-links';
import { printDialog } from './print/print-dialog';
import type { ReadingRoom } from './reading-room';
import { settingsDialog } from './settings/settings-dialog';
import type { StudySession } from './study-session';

/** The dialog that is open over the viewer. */
export function dialogOver(
  room: ReadingRoom,
  session: StudySession | undefined,
  pageKeys: readonly PageKey[],
  messages: Messages,
): unknown {
  const { hands, commands } = room;
  const { menus } = commands;
  const onClose = () => hands.close(menus);
  switch (menus.open) {
    case 'help': {
      const { keys, now } = hands.settings;
      const onSettings = () => menus.show('settings');
      return helpDialog({ keys, pageKeys, mouse: now.mouse, onSettings, onClose }, messages);
    }
    case 'picture':
      return pictureDialog(hands.picture, onClose, messages);
    case 'print':
      return printDialog(hands.print, onClose, messages);
    case 'settings': {
      const modalities = [...new Set(session?.series.map(({ modality }) => modality).filter(Boolean))];
      const { settingsDesk: desk, isKept, keepsImages } = hands;
      return settingsDialog({ desk, isKept, keepsImages, modalities, onClose }, messages);
    }
    default:
      return '';
  }
}
