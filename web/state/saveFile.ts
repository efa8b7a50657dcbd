/** Hands a file to the browser, which asks where to keep it. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read it only after they have asked
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
