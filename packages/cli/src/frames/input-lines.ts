/** Lines of a byte stream as UTF-8 text; the last may lack its line end. Empty lines are dropped. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of input) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = parts.pop() ?? "";
    for (const part of parts) if (part.trim() !== "") yield part;
  }
  rest += decoder.decode();
  if (rest.trim() !== "") yield rest;
}
