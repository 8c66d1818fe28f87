/** A file that somebody chose, by the path from the folder that was chosen. */
export interface Chosen {
  readonly path: string;
  readonly file: File;
}

/** Of a file field; with a folder chosen the browser tells the paths. */
export function chosenIn(files: Iterable<File>): Chosen[] {
  return Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Takes what was dropped apart, folders with all that is in them; tells the files in lots while it looks. */
export async function droppedIn(items: Iterable<DataTransferItem>, tell: (files: Chosen[]) => void): Promise<string[]> {
  // The list is empty after the first await: all entries have to be asked for now.
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const unreadable: string[] = [];
  while (entries.length > 0) {
    const entry = entries.pop()!;
    try {
      if (entry.isDirectory) {
        entries.push(...(await entriesOf(entry as FileSystemDirectoryEntry)));
      } else {
        tell([{ path: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry as FileSystemFileEntry) }]);
      }
    } catch {
      unreadable.push(entry.fullPath);
    }
  }
  return unreadable;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader gives at most a hundred at once, and nothing when there are no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return all;
    }
    all.push(...some);
  }
}
