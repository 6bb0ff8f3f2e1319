/** A button that this version no longer has. */
export function outdatedText(): string {
  return 'That button is from an older card, so nothing was done. Write *home* to start again.';
}

/** Names and narrative stand in dialogs only: an answer that is one is never put into a chat. Claims nothing of what was done. */
export function onlyInAWindow(): string {
  return 'That opens only in a window of its own. Press the button on the newest card, or write *home* or *my reports*.';
}

/** The last thing to say when everything else broke. Whether something was stored is not known here, so it claims neither. */
export function apologyText(): string {
  return 'Something went wrong here, and I cannot say whether this was saved. If a child could be hurt now, ring 999. Otherwise tell the DSL in person (the headteacher, if it is about the DSL), then write *home* to try again.';
}

/** For a button that needs no words of its own. */
export const doneText = 'Done.';
