/** Why a list was not used, besides what is wrong in it: that is said where it is read. */
export const refusedWords = {
  refused: 'It is not kept where Teams keeps files. Please send it with the paper clip of our chat.',
  'too-big': 'It is bigger than 10 MB, which is the most. Past records can come in several files.',
  gone: 'Teams did not give it out: the way to it is open for a short time only. Please send it again.',
  'no-answer': 'Teams did not give it out just now. Please send it again in a few minutes.',
  'sender-stopped': 'Whoever sent it does not run training any more, so it was not opened.',
  'confirmer-stopped': 'Whoever said yes to it does not run training any more.',
  'does-more': 'The school’s list has changed since this one was checked, so it would now change something else. Please send it again.',
} as const;
