/** Longer than any field may be, so that a text that is too long comes back with its error and is not cut unseen. */
const longestKept = 8_000;

/**
 * What nobody types on purpose: it could hide text or turn it round. Line breaks stay, and so do the two joiners (U+200C and
 * U+200D), without which some languages are misspelt and some emoji fall apart.
 * Half a character is no text: no digest can be taken of it, so a report with one could not be stored.
 */
const hidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Surrogate}]/gu;

/** Text from a field as it is kept: composed, line breaks alike, nothing hidden. Empty when there was none. */
export function typedText(value: unknown): string {
  if (typeof value !== 'string') return '';
  return shortened(value.normalize('NFC').replace(/\r\n?/g, '\n').replace(hidden, ''), longestKept);
}

/** At most so long, and never ending in half a character. */
export function shortened(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Surrogate}/gu, '');
}

/** Whether keeping it would take something out: for lines that are refused rather than changed. */
export function hasHidden(text: string): boolean {
  return text.search(hidden) >= 0;
}
