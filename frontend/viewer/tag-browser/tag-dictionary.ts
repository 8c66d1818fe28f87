/** Keywords by tag, as the standard names them (PS3.6). */
export interface TagDictionary {
  /** @param tag eight hex digits in upper case @returns '' for what the standard does not name */
  keyword(tag: string): string;
}

/** @param table lines of tag, VR, VM and keyword, with tabs between them; `x` in a tag stands for any digit */
export function tagDictionary(table: string): TagDictionary {
  const names = new Map<string, string>();
  const patterns: { readonly pattern: RegExp; readonly keyword: string }[] = [];
  for (const line of table.split('\n')) {
    const [tag, , , keyword] = line.split('\t');
    if (keyword && tag.includes('x')) {
      patterns.push({ pattern: new RegExp(`^${tag.replaceAll('x', '[0-9A-F]')}$`), keyword });
    } else if (keyword && !tag.startsWith('#')) {
      names.set(tag, keyword.trim());
    }
  }
  return {
    keyword: (tag) => names.get(tag) ?? patterns.find(({ pattern }) => pattern.test(tag))?.keyword.trim() ?? '',
  };
}

let loaded: Promise<TagDictionary> | undefined;

/** The table of the server's own toolkit, which comes with the first look at the attributes. */
export function loadTagDictionary(): Promise<TagDictionary> {
  loaded ??= import('../../../src/main/resources/org/hospitalviewer/dicom/data/attributes.tsv?raw').then(
    ({ default: table }) => tagDictionary(table),
  );
  return loaded;
}
