import { parentPort, workerData } from 'node:worker_threads';
import writeExcelFile from 'write-excel-file/node';

const widest = 40;

const rows = workerData as string[][];
const cells = rows.map((row, i) => row.map((value) => ({ value, type: String, ...(i === 0 ? { fontWeight: 'bold' as const } : {}) })));
const columns = (rows[0] ?? []).map((_, column) => ({
  width: Math.min(widest, Math.max(...rows.slice(0, 200).map((row) => (row[column] ?? '').length)) + 2),
}));
const workbook = writeExcelFile(cells, { columns, stickyRowsCount: 1, sheet: 'Training' });
parentPort?.postMessage(new Uint8Array(await workbook.toBuffer()));
