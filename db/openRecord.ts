/** What the server needs of the record (存证) beside its queries: the signed note, and the hashes a tree may be made with. */
export {
  isSignedBy,
  keyName,
  type Note,
  readNote,
  readVerifierKey,
  shortRoot,
  signNote,
  verifierKey,
} from "./record/note.ts";
export { isTreeHashName, type TreeHashName } from "./record/treeHash.ts";
export { writeFirstKey, writeKey } from "./secrets/writeKey.ts";
