/** A table out of a file or a pasted text: the first row's cells, and the rows under it with the line each begins on. */
export type SheetRow = { line: number; cells: string[] };
export type Sheet = { header: string[]; rows: SheetRow[] };

/** More is refused before it is read. */
export const mostRows = 50_000;
export const mostBytes = 10 * 1024 * 1024;

/** What a table is a list of; undefined when its first row does not tell. */
export type SheetKind = 'records' | 'people';

const synonyms = {
  email: ['email', 'emailaddress', 'mail', 'workemail', 'schoolemail', 'userprincipalname', 'upn', 'username'],
  objectId: ['objectid', 'entraobjectid', 'entraid', 'azureadobjectid', 'azureobjectid', 'aadobjectid'],
  name: ['name', 'fullname', 'displayname', 'person', 'who', 'staffname', 'staffmember', 'member', 'employee', 'colleague'],
  firstName: ['firstname', 'forename', 'forenames', 'givenname', 'preferredname'],
  lastName: ['lastname', 'surname', 'familyname'],
  topic: ['topic', 'training', 'trainingtopic', 'subject', 'trainingtype', 'trainingname', 'module', 'key'],
  date: [
    'date',
    'datecompleted',
    'completed',
    'completedon',
    'completiondate',
    'dateoftraining',
    'trainingdate',
    'done',
    'doneon',
    'lastdone',
  ],
  course: [
    'course',
    'coursename',
    'coursetitle',
    'trainer',
    'trainerorcourse',
    'trainercourse',
    'coursetrainer',
    'courseortrainer',
    'provider',
    'trainedby',
  ],
  certificate: [
    'certificate',
    'certificatenumber',
    'certificateno',
    'certificateref',
    'certificatereference',
    'certno',
    'certnumber',
    'cert',
  ],
  kind: ['kind', 'kindofperson', 'category', 'persontype', 'type', 'group'],
  jobTitle: ['jobtitle', 'job', 'role', 'post', 'position', 'title'],
  started: ['started', 'startdate', 'start', 'firstday', 'startedon', 'datestarted', 'hiredate', 'employeehiredate', 'joined'],
  manager: ['manager', 'managersemail', 'manageremail', 'managersemailaddress', 'linemanager', 'linemanageremail', 'linemanagersemail'],
  standing: ['standing'],
} as const;
type Field = keyof typeof synonyms;
export type Columns = Partial<Record<Field, number>>;

/** Which column holds what, by the names in the first row, in any order and case. The first of two that mean the same counts. */
export function columnsOf(header: readonly string[]): Columns {
  const columns: Columns = {};
  header.forEach((name, index) => {
    const field = fieldOf(name);
    if (field !== undefined) columns[field] ??= index;
  });
  return columns;
}

function fieldOf(name: string): Field | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return (Object.keys(synonyms) as Field[]).find((field) => (synonyms[field] as readonly string[]).includes(plain));
}

export function kindOf(columns: Columns): SheetKind | undefined {
  if (columns.topic !== undefined || columns.certificate !== undefined || columns.course !== undefined) return 'records';
  const ofPeople = (['kind', 'jobTitle', 'started', 'manager', 'objectId'] as const).some((field) => columns[field] !== undefined);
  return ofPeople && columns.date === undefined ? 'people' : undefined;
}

const needed: Record<SheetKind, { says: string; one: Field[] }[]> = {
  records: [
    { says: 'who it was (“E-mail” or “Name”)', one: ['email', 'name', 'lastName', 'objectId'] },
    { says: 'the topic (“Topic”)', one: ['topic'] },
    { says: 'the day (“Date”)', one: ['date'] },
  ],
  people: [
    { says: 'the name (“Name”)', one: ['name', 'lastName'] },
    { says: 'the e-mail address (“E-mail”) or the Entra object id (“Object id”)', one: ['email', 'objectId'] },
  ],
};

/** Columns that are missing for this kind of table, in words; empty when it can be read. */
export function missingColumns(kind: SheetKind, columns: Columns): string[] {
  return needed[kind].filter(({ one }) => one.every((field) => columns[field] === undefined)).map(({ says }) => says);
}

/** Reads one row's cells by what they are; empty for a column that is not there. */
export function cellsOf(columns: Columns, { cells }: SheetRow): (field: Field) => string {
  return (field) => {
    const index = columns[field];
    return index === undefined
      ? ''
      : unshielded(cells[index] ?? '')
          .normalize('NFC')
          .replace(hidden, ' ')
          .replace(/\s+/g, ' ')
          .trim();
  };
}

/** What only a row of its own would have on a further line: a day or an e-mail address. */
const ofARow = /\d[/.-]\d{1,2}[/.-]\d{2}|\d{4}-\d\d-\d\d|\S@\S/;
const separator = /[,;\t]/;
const ofOneLine = ['email', 'objectId', 'name', 'firstName', 'lastName', 'topic', 'date'] as const;

/**
 * Why a row is not what it seems: a quotation mark that is closed on a later line only takes whole rows into one cell, which would be
 * lost unseen. Undefined where nothing looks like it.
 */
export function ranTogether(columns: Columns, { line, cells }: SheetRow): string | undefined {
  const short = new Set(ofOneLine.map((field) => columns[field]));
  const swallowed = cells.find((cell, i) => {
    const further = cell.indexOf('\n') < 0 ? '' : cell.slice(cell.indexOf('\n'));
    if (further === '') return false;
    return short.has(i) ? separator.test(cell) : separator.test(further) && ofARow.test(further);
  });
  if (swallowed === undefined) return undefined;
  const last = line + swallowed.split('\n').length - 1;
  return `Lines ${line} to ${last} have run together: a quotation mark is opened on the first of them and closed on the last.`;
}

/** The whole name, from one column or two. */
export function nameIn(cell: (field: Field) => string): string {
  return cell('name') || `${cell('firstName')} ${cell('lastName')}`.trim();
}

/** What a spreadsheet takes for a formula, in full-width signs too; apostrophes before it are counted, so that one more can be taken off again. */
const likeAFormula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell for a file that a spreadsheet opens: what it would take for a formula begins with an apostrophe. */
export function shielded(cell: string): string {
  return likeAFormula.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `shielded`. */
function unshielded(cell: string): string {
  return cell.startsWith("'") && likeAFormula.test(cell) ? cell.slice(1) : cell;
}

/** Control characters and marks that nobody sees: spreadsheets pick them up from web pages. */
const hidden = /[\p{Cc}\u00a0\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
