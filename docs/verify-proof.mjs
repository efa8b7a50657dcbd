#!/usr/bin/env node
// Checks a proof of Huying with nothing of Huying: node verify-proof.mjs PROOF.json [--checkpoint SAVED.txt]
//   [--between CONSISTENCY.json] [--key NAME+ID+KEY] [--receipt HASH]
// Trees are those of RFC 6962 (checked as RFC 9162 §2.1.3.2 and §2.1.4.2 say), checkpoints are C2SP signed notes.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const bytes = (hex) => Buffer.from(hex, "hex");
const fail = (reason) => {
  process.stdout.write(`不成立：${reason}\n`);
  process.exit(1);
};

const proof = JSON.parse(readFileSync(args[0], "utf8"));
if (proof.format !== "huying-proof/1") fail("不是存证证明文件");
const hash = (...parts) => createHash(proof.algorithm).update(Buffer.concat(parts)).digest();
const node = (left, right) => hash(Buffer.of(1), left, right);
const half = (n) => Math.floor(n / 2);

function rootFrom({ kind, subject, seq, hash: recorded, position, path }, size) {
  let [fn, sn] = [position, size - 1];
  let r = hash(Buffer.of(0), Buffer.from(`${kind}\n${subject}\n${seq}\n${recorded}\n`));
  for (const p of path.map(bytes)) {
    if (sn === 0) return null;
    if (fn % 2 === 1 || fn === sn) {
      r = node(p, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else r = node(r, p);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 ? r.toString("hex") : null;
}

function isContinued({ older, newer, path }) {
  if (older.size === newer.size) return older.root === newer.root && path.length === 0;
  const nodes = path.map(bytes);
  if (Number.isInteger(Math.log2(older.size))) nodes.unshift(bytes(older.root));
  let [fn, sn] = [older.size - 1, newer.size - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [fr, sr] = [nodes[0], nodes[0]];
  for (const c of nodes.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [node(c, fr), node(c, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else sr = node(sr, c);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && fr?.toString("hex") === older.root && sr.toString("hex") === newer.root;
}

function readNote(text) {
  const [body, signatures] = text.replaceAll("\r\n", "\n").split("\n\n");
  const [origin, size, root, algorithm] = body.split("\n");
  const signature = /^— (\S+) (\S+)/m.exec(signatures ?? "")?.[2] ?? "";
  const head = { origin, size: Number(size), root: Buffer.from(root, "base64").toString("hex") };
  return { ...head, algorithm: algorithm.replace("hash ", ""), text: `${body}\n`, signature };
}

function isSigned({ text, signature }, vkey) {
  const raw = Buffer.from(vkey.split("+").slice(2).join("+"), "base64").subarray(1);
  const der = Buffer.concat([bytes("302a300506032b6570032100"), raw]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64").subarray(4));
}

const checkpoint = readNote(proof.checkpoint);
const key = option("--key") ?? proof.key;
if (checkpoint.size !== proof.size || checkpoint.root !== proof.root) fail("检查点与证明里的根不是同一个");
if (checkpoint.algorithm !== proof.algorithm) fail("检查点与证明的哈希算法不同");
if (key === null || !isSigned(checkpoint, key)) fail("检查点的签名不对");
for (const entry of proof.entries)
  if (rootFrom(entry, proof.size) !== proof.root) fail(`第 ${entry.seq} 条记录不在检查点的树里`);
const receipt = option("--receipt");
if (receipt && !proof.entries.some((entry) => entry.hash.startsWith(receipt.replaceAll(" ", ""))))
  fail("回执上的哈希不在证明里");
if (option("--checkpoint")) {
  const saved = readNote(readFileSync(option("--checkpoint"), "utf8"));
  if (!isSigned(saved, key)) fail("保存的检查点签名不对");
  const between = option("--between") ? JSON.parse(readFileSync(option("--between"), "utf8")) : null;
  const same = saved.size === proof.size && saved.root === proof.root;
  const [older, newer] = saved.size < proof.size ? [saved, proof] : [proof, saved];
  const joins = (a, b) => a.size === b.size && a.root === b.root;
  if (
    !same &&
    !(between && joins(between.older, older) && joins(between.newer, newer) && isContinued(between))
  )
    fail("保存的检查点与证明接不上（大小不同时要用 --between 给出衔接证明）");
}
process.stdout.write(
  `成立：案卷 ${proof.number} 的 ${proof.entries.length} 条记录都在 ${proof.size} 条存证的检查点里\n`,
);
