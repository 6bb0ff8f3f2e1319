import { createInterface } from 'node:readline';
import writeExcelFile from 'write-excel-file/node';

const widest = 40;

// Lines of JSON come in, each of some rows; the workbook goes out.
const some = await Array.fromAsync(createInterface({ input: process.stdin }), (line) => JSON.parse(line) as string[][]);
const rows = some.flat();
const [header = [], ...body] = rows;
// Plain texts are cells of text: an object for each would take twice the memory.
const cells = [header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...body];
const columns = header.map((_, column) => ({
  width: Math.min(widest, Math.max(...rows.slice(0, 200).map((row) => (row[column] ?? '').length)) + 2),
}));
const workbook = writeExcelFile(cells, { columns, stickyRowsCount: 1, sheet: 'Training' });
process.stdout.write(await workbook.toBuffer());
