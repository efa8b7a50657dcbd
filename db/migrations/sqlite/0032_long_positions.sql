-- SQLite counts with 64 bits already; PostgreSQL does from here on.
SELECT 1;
