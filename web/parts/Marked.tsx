/** Words with what was searched for marked in them, letters of either case. */
export function Marked({ text, words }: { readonly text: string; readonly words: string | undefined }) {
  const wanted = words?.trim().toLowerCase() ?? "";
  if (wanted === "") return <>{text}</>;
  return (
    <>
      {piecesOf(text, wanted).map((piece, index) =>
        index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece,
      )}
    </>
  );
}

/** What is not meant and what is, in turn. Letters that change their length when made small are never found. */
export function piecesOf(text: string, wanted: string): readonly string[] {
  const small = text.toLowerCase();
  if (small.length !== text.length) return [text];
  const pieces: string[] = [];
  let from = 0;
  for (let at = small.indexOf(wanted); at !== -1; at = small.indexOf(wanted, from)) {
    pieces.push(text.slice(from, at), text.slice(at, at + wanted.length));
    from = at + wanted.length;
  }
  return [...pieces, text.slice(from)];
}
