import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

/** An answer that goes on for as long as its reader stays, written straight to the socket. */
export type OpenAnswer = {
  /** False when the reader is so many bytes behind that they are better let go. */
  write: (bytes: Uint8Array) => boolean;
  end: () => void;
  onGone: (work: () => void) => void;
};

const nothing = () => {};

/**
 * Takes an answer out of the framework's hands, with this head: what the framework goes on to write of it goes nowhere,
 * and all that it kept for the request can be let go. Of an answer that stays open for hours, that is most of what it costs.
 */
export function takeOver(
  response: ServerResponse,
  headers: OutgoingHttpHeaders,
  mostBehind: number,
): OpenAnswer {
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  response.writeHead(200, headers);
  const goesNowhere = {
    write: () => true,
    end: () => response,
    writeHead: () => response,
    flushHeaders: nothing,
    setHeader: () => response,
    appendHeader: () => response,
    removeHeader: nothing,
  };
  Object.assign(response, goesNowhere);
  return {
    write: (bytes) => {
      write(bytes);
      return response.writableLength <= mostBehind;
    },
    end: () => end(),
    onGone: (work) => void response.once("close", work),
  };
}
