/**
 * What a spreadsheet takes for a formula: a cell that begins with one of these, or with its full-width twin, which some
 * of them fold. Handed to papaparse, which puts an apostrophe before it.
 */
export const formulas = /^[=+\-@\t\r＝＋－＠]/u;
