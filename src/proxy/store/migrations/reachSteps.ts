/** The steps of the migrations that give `reach` a primary key in the order of the queries. */
export const reachInSqlite = [
  `CREATE TABLE reached (submission TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (value, submission)) WITHOUT ROWID`,
  `INSERT INTO reached (submission, kind, value) SELECT submission, kind, value FROM reach ORDER BY value, submission`,
  `DROP TABLE reach`,
  `ALTER TABLE reached RENAME TO reach`,
];
export const reachInPostgres = [
  `ALTER TABLE reach DROP CONSTRAINT reach_pkey`,
  `ALTER TABLE reach ADD PRIMARY KEY (value, submission)`,
  `DROP INDEX reach_value`,
];
