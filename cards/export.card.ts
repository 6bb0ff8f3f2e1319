import type { FileFormat, MadeFile } from '#domain/training/made-file.ts';
import type { Broke } from './broke.ts';
import { choiceInput } from './inputs.ts';
import { type Card, card, heading, line, plain, submit } from './parts.ts';
import { troubleBox } from './training-words.ts';

/** What can be downloaded, and as what. */
export function exportCard({ command, format, trouble }: { command: string; format: FileFormat; trouble?: Broke }): Card {
  const formats = [
    { title: 'An Excel workbook', value: 'xlsx' },
    { title: 'A CSV file, for other programs', value: 'csv' },
  ];
  return card(
    [
      heading('The register, as a file'),
      ...troubleBox(trouble),
      line(
        'Everybody on the school’s list, with each topic: when it was last done, when it is due, the course and certificate, and who recorded it.',
      ),
      choiceInput('format', 'What would you like?', formats, { value: format }),
      line('It is made in a few seconds. Teams then asks in our chat whether it may be put into your OneDrive.', { subtle: true }),
      line('It holds people’s names. Please keep it where nobody else can open it.'),
    ],
    [submit('Make it', 'export.make', { command }, { style: 'positive' }), submit('Back', 'training.open')],
    { speak: 'Download the training register' },
  );
}

/** Said in the dialog once it is asked for. */
export function exportAskedCard(what: MadeFile['what']): Card {
  const title = what === 'register' ? 'The register is being made' : 'The list is being made';
  return card(
    [heading(title), line('In a moment Teams asks in our chat whether it may be put into your OneDrive. You can close this window.')],
    [],
    {
      speak: title,
    },
  );
}

type Failed = Extract<MadeFile, { state: 'failed' }>;
type Stands = Exclude<MadeFile['state'], Failed['state']>;

/** What stands in place of Teams' question once it is answered. */
export function fileStateCard({ name, ...file }: { name: string } & ({ state: Stands } | Pick<Failed, 'state' | 'problem'>)): Card {
  const [title, words] = file.state === 'failed' ? problems[file.problem] : states[file.state];
  return card([line(title, { bold: true }), line(words), line(plain(name), { subtle: true })], [], { speak: title });
}

const states: Record<Stands, [title: string, words: string]> = {
  making: ['The file is being made', 'It comes in a moment.'],
  offered: ['A file is ready', 'Teams asks whether it may be put into your OneDrive.'],
  accepted: ['The file is on its way', 'It is being put into your OneDrive.'],
  delivered: ['The file is in your OneDrive', 'It is in the message below. Nothing of it is kept here.'],
  declined: ['No file was sent', 'It has been deleted here. You can ask for it again at any time.'],
  expired: ['This file is no longer kept', 'Nobody fetched it within a day, so it has been deleted here. You can ask for it again.'],
};

const problems: Record<Failed['problem'], [title: string, words: string]> = {
  'too-big': ['The file is too big', 'Please ask for it as a CSV file, which takes less room.'],
  'not-made': ['The file could not be made', 'Please ask for it again. As a CSV file it takes less room.'],
  'list-gone': ['There is nothing left to send', 'That list is no longer kept here. Send it again to have it checked.'],
  'not-stored': ['The file could not be sent', 'OneDrive did not take it. It has been deleted here: please ask for it again.'],
  'bytes-gone': ['The file could not be sent', 'It is no longer kept here. You can ask for it again.'],
  'not-theirs': [
    'The file was not sent',
    'Your role at the school has changed, so this file is not for you any more. It has been deleted here.',
  ],
};
