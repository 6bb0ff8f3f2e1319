/** The text of a file, or a sentence about why it is none. */
type Decoded = { text: string } | { problem: string };

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const marks: [bytes: number[], encoding: Encoding][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const asCsv = 'Open it in Excel, choose *Save as*, then *CSV UTF-8 (Comma delimited)*, and send that.';
const noText = `This cannot be read as a list. ${asCsv}`;

const others: [bytes: number[], problem: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], `This is an Excel workbook, or something else that is packed. ${asCsv}`],
  [[0xd0, 0xcf, 0x11, 0xe0], `This is an old Excel workbook. ${asCsv}`],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. A list has to be a CSV file, as Excel saves it.'],
];

/** How it is written is told by its mark, by its zero bytes, or by whether it is good UTF-8; what is left is Windows’ own. */
export function decodeText(bytes: Uint8Array): Decoded {
  const other = others.find(([start]) => startsWith(bytes, start));
  if (other !== undefined) return { problem: other[1] };
  const text = decoded(bytes, markedAs(bytes) ?? guessed(bytes));
  if (text === undefined || text.includes('\0')) return { problem: noText };
  return text.trim() === '' ? { problem: 'There is nothing in it.' } : { text };
}

const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, i) => bytes[i] === byte);

const markedAs = (bytes: Uint8Array) => marks.find(([start]) => startsWith(bytes, start))?.[1];

/** Half of the bytes of Western text in UTF-16 are zero, always the same half. */
function guessed(bytes: Uint8Array): Encoding {
  const looked = bytes.subarray(0, 1_000);
  const zeros = [0, 0];
  looked.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > looked.length / 4 && even === 0) return 'utf-16le';
  return even > looked.length / 4 && odd === 0 ? 'utf-16be' : 'utf-8';
}

/** Undefined when it is not written so. */
function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return encoding === 'utf-8' && markedAs(bytes) === undefined ? new TextDecoder('windows-1252').decode(bytes) : undefined;
  }
}
