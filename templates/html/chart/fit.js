  // --- fit: the lines of a card's texts, and how high they make it ---

  const FONT = getComputedStyle(document.body).fontFamily;
  const TITLE = { size: 16, weight: 700, leading: 22 }, LINE = { size: 13, weight: 400, leading: 18 };
  const LEFT = 76, RIGHT = 14, PAD = 13, CODE = 18, LEAST_HEIGHT = 78;
  const ruler = document.createElement("canvas").getContext("2d");
  let widths = new Map();

  const widthOf = (text, style) => {
    const id = style.size + text;
    let width = widths.get(id);
    if (width === undefined) {
      ruler.font = `${style.weight} ${style.size}px ${FONT}`;
      width = ruler.measureText(text).width;
      widths.set(id, width);
    }
    return width;
  };

  const segmenter = globalThis.Intl?.Segmenter ? new Intl.Segmenter(document.documentElement.lang, { granularity: "word" }) : null;
  const CLOSING = /^[\s\p{Pe}\p{Pf}\p{Po}\-–—]+$/u;

  // Words, with the punctuation that must not begin a line.
  const words = (text) => {
    const found = [];
    for (const piece of segmenter ? Array.from(segmenter.segment(text), (s) => s.segment) : text.split(/(?<=\s)/)) {
      if (found.length && CLOSING.test(piece)) found[found.length - 1] += piece;
      else found.push(piece);
    }
    return found;
  };

  const wrap = (text, style, room) => {
    if (!text) return NONE;
    if (text.includes("\n")) return text.split("\n").flatMap((line) => wrap(line, style, room)); // a line for each language
    if (widthOf(text, style) <= room) return [text];
    const lines = [""];
    const put = (piece) => {
      if (lines.at(-1) && widthOf((lines.at(-1) + piece).trimEnd(), style) > room) lines.push("");
      lines.push(lines.pop() + piece);
    };
    for (const word of words(text)) {
      if (widthOf(word.trimEnd(), style) <= room) put(word);
      else for (const character of word) put(character);
    }
    return lines.map((line) => line.trim()).filter(Boolean);
  };

  // All cards have one width: what most of their texts need.
  let WIDTH = 232;
  const common = () => {
    const em = (text) => Math.max(...text.split("\n").map((line) => [...line].reduce((sum, char) => sum + (char > "\u2e7f" ? 1 : 0.57), 0)));
    const needs = posts.map((post) => Math.max(em(headline(post)) * 16.6 + (post.pill ? em(post.pill) * 11 + 24 : 0), em(byline(post)) * 13) + LEFT + RIGHT);
    needs.sort((one, other) => one - other);
    WIDTH = Math.round(Math.min(288, Math.max(212, needs[Math.floor((needs.length - 1) * 0.95)] || 0)));
  };

  const fit = (post) => {
    if (post.texts) return;
    const room = WIDTH - LEFT - RIGHT;
    const pill = post.pill ? widthOf(post.pill, { size: 11, weight: 700 }) + 22 : 0;
    const title = headline(post);
    const beside = pill > 0 && widthOf(title.split("\n")[0], TITLE) + pill <= room + 4;
    post.texts = { title: wrap(title, TITLE, room), line: wrap(byline(post), LINE, room), beside };
    const last = small(post) || (pill && !beside) ? CODE : 0;
    const needed = 2 * PAD + post.texts.title.length * TITLE.leading + post.texts.line.length * LINE.leading + last;
    post.height = post.least = Math.max(LEAST_HEIGHT, needed);
  };
  const fitAgain = () => {
    widths = new Map();
    common();
    for (const post of posts) post.texts = null;
  };
