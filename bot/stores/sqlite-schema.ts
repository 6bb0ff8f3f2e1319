export const schemaVersion = 1;

/**
 * `at` and `due_at` are instants as text; `at` is empty where there is none, so that order and paging need no case for NULL.
 * `walled` is a JSON array of person ids. Queue times are milliseconds of the machine's clock.
 */
export const schema = `
  CREATE TABLE record (
    school TEXT NOT NULL,
    id     TEXT NOT NULL,
    kind   TEXT NOT NULL,
    status TEXT,
    person TEXT,
    about  TEXT,
    at     TEXT NOT NULL,
    due_at TEXT,
    walled TEXT,
    etag   TEXT NOT NULL,
    body   TEXT NOT NULL,
    PRIMARY KEY (school, id)
  );
  CREATE INDEX record_listed ON record (school, kind, at, id);
  CREATE INDEX record_of_person ON record (school, kind, person, at, id) WHERE person IS NOT NULL;
  CREATE INDEX record_about ON record (school, kind, about, at, id) WHERE about IS NOT NULL;
  CREATE INDEX record_due ON record (due_at, school, id) WHERE due_at IS NOT NULL;

  CREATE TABLE message (
    number     INTEGER PRIMARY KEY,
    school     TEXT NOT NULL,
    id         TEXT NOT NULL,
    visible_at INTEGER NOT NULL,
    attempts   INTEGER NOT NULL DEFAULT 0,
    lease      TEXT,
    given_up   INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX message_waiting ON message (visible_at) WHERE given_up = 0;
  CREATE INDEX message_given_up ON message (number) WHERE given_up = 1;

  PRAGMA user_version = ${schemaVersion};
`;
