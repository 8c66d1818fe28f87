import { SECTIONS, isSameContent, type ReportContent, type Section } from './report';

export type Choice = 'mine' | 'theirs' | 'both';

/** A part of a report that is chosen as a whole; details are fields, key images and the rest. */
export type Part = 'title' | Section | 'details';

/** Parts in which two texts differ. */
export function differingParts(mine: ReportContent, theirs: ReportContent): Part[] {
  const texts = (['title', ...SECTIONS] as const).filter((part) => mine[part] !== theirs[part]);
  return isSameContent(withTextsOf(theirs, mine), theirs) ? texts : [...texts, 'details'];
}

/**
 * What a part becomes unless somebody chooses otherwise: the text of the one who changed it; both where both did, or
 * where nobody knows.
 *
 * @param base what both began with
 */
export function suggestion(part: Part, mine: ReportContent, theirs: ReportContent, base: ReportContent | undefined): Choice {
  if (base && !differingParts(mine, base).includes(part)) {
    return 'theirs';
  }
  return (base && !differingParts(theirs, base).includes(part)) || part === 'details' ? 'mine' : 'both';
}

/** The text that comes out of a choice for each part; what was not chosen is one's own. */
export function merged(
  mine: ReportContent,
  theirs: ReportContent,
  choices: Readonly<Partial<Record<Part, Choice>>>,
): ReportContent {
  const text = (part: 'title' | Section) => chosen(mine[part], theirs[part], choices[part] ?? 'mine', part);
  const rest = choices.details === 'theirs' ? theirs : mine;
  return {
    ...rest,
    title: text('title'),
    ...(Object.fromEntries(SECTIONS.map((section) => [section, text(section)])) as Record<Section, string>),
  };
}

function chosen(mine: string, theirs: string, choice: Choice, part: Part): string {
  switch (choice) {
    case 'mine':
      return mine;
    case 'theirs':
      return theirs;
    case 'both':
      return mine === theirs ? mine : [mine, theirs].filter(Boolean).join(part === 'title' ? ' / ' : '\n\n');
  }
}

function withTextsOf(texts: ReportContent, rest: ReportContent): ReportContent {
  const { title, indication, technique, findings, impression } = texts;
  return { ...rest, title, indication, technique, findings, impression };
}
