-- Only PostgreSQL has several processes on one database (db/pgOthers.ts).
SELECT 1;
