  // --- layout: where the cards stand that no fold hides; linear in their number ---

  const ACROSS = 34, BESIDE = 18, DOWN = 54, STACK = 16, INDENT = 28, RAIL = 12;
  // From what level on all stand below one another; how high a column is at most; how wide a row, in pixels.
  const USUAL = { rails: Infinity, high: 16, row: 4800 };
  let shape = USUAL;

  // What hangs below a head: open branches side by side, all that is closed in columns if it is much.
  const arrange = (post) => {
    if (!post.open || !post.children.length) {
      post.helpers = post.branches = NONE;
      post.singles = 0;
      post.column = post.railed = false;
      return;
    }
    const below = post.children;
    if (post.level >= shape.rails) {
      post.helpers = NONE;
      post.branches = [below];
      post.singles = 0;
      post.column = post.railed = true;
      return;
    }
    post.helpers = below.filter((each) => each.assistant && !each.children.length);
    const others = post.helpers.length ? below.filter((each) => !post.helpers.includes(each)) : below;
    const closed = others.filter((each) => !each.open || !each.children.length);
    const leaves = others.every((each) => !each.children.length);
    const most = closed.length < others.length ? 2 : post.above < 0 ? 5 : leaves ? 1 : 4;
    if (closed.length <= most) {
      post.branches = others.map((each) => [each]);
      post.column = false;
    } else {
      const high = post.above < 0 || closed.length > shape.high ? Math.max(5, Math.ceil(Math.sqrt(closed.length))) : shape.high;
      const columns = Math.ceil(closed.length / high), tall = Math.ceil(closed.length / columns);
      post.branches = others.filter((each) => !closed.includes(each)).map((each) => [each]);
      post.singles = post.branches.length;
      for (let at = 0; at < closed.length; at += tall) post.branches.push(closed.slice(at, at + tall));
      post.column = true;
    }
    post.singles = post.column ? post.singles : post.branches.length;
    post.railed = post.column && post.branches.length === 1 && !post.helpers.length && post.above >= 0;
  };

  // The size of a branch, and where its parts stand in it.
  const measure = (post) => {
    post.inset = 0;
    if (!post.branches.length && !post.helpers.length) { post.wide = WIDTH; post.tall = post.height; }
    else if (post.railed) measureRail(post);
    else measureRows(post);
  };
  const measureRail = (post) => {
    let y = post.height + STACK, wide = 0;
    for (const each of post.branches[0]) {
      each.dx = INDENT; each.dy = y;
      y += each.tall + STACK;
      wide = Math.max(wide, each.wide);
    }
    post.wide = wide + INDENT; post.tall = y - STACK;
  };

  // Assistants in pairs on both sides of the line; where they end.
  const measureHelpers = (post) => {
    let y = post.height;
    for (let at = 0; at < post.helpers.length; at += 2) {
      const pair = post.helpers.slice(at, at + 2);
      y += at ? STACK : 24;
      for (const each of pair) each.dy = y;
      y += Math.max(...pair.map((each) => each.height));
    }
    return y;
  };

  // How wide the rows are if none is wider than a length, or little wider, and all about alike.
  const rowWidth = (wides, most) => {
    const all = wides.reduce((sum, wide) => sum + wide, 0);
    const rows = (limit) => wides.reduce(([count, used], wide) => (used && used + wide > limit ? [count + 1, wide] : [count, used + wide]), [1, 0])[0];
    const count = rows(most);
    let limit = all / count;
    while (limit < most && rows(limit) > count) limit *= 1.04;
    return Math.min(limit, most);
  };

  // The branches one beside the other, in rows of the width wished for.
  const measureRows = (post) => {
    const top = measureHelpers(post);
    const parts = post.branches.map((cards, index) => {
      const column = index >= post.singles;
      const tall = cards.reduce((sum, each) => sum + (column ? each.height : each.tall) + STACK, -STACK);
      return { cards, column, tall, wide: column ? WIDTH + 20 : cards[0].wide, airy: column || cards[0].branches.length > 0 };
    });
    const all = parts.reduce((sum, part) => sum + part.wide + ACROSS, 0);
    const usual = () => all / Math.ceil(Math.sqrt(all / (2 * (Math.max(...parts.map((part) => part.tall)) + DOWN)))); // twice as wide as high
    const most = all > shape.row ? rowWidth(parts.map((part) => part.wide + ACROSS), shape === USUAL ? usual() : shape.row) : Infinity;
    let x = 0, y = top + DOWN, low = y, right = 0, before = null, row = 0;
    const marks = [];
    for (const part of parts) {
      if (before) x += before.airy || part.airy ? ACROSS : BESIDE;
      if (before && x + part.wide > most) { row += 1; x = 0; y = low + DOWN + STACK; }
      let at = y;
      for (const each of part.cards) {
        each.dx = x + (part.column ? 20 : 0); each.dy = at; each.row = row; each.bus = y - DOWN / 2;
        at += (part.column ? each.height : each.tall) + STACK;
      }
      if (!row) marks.push(part.column ? x + part.wide / 2 : x + part.cards[0].inset + WIDTH / 2);
      x += part.wide;
      low = Math.max(low, y + part.tall); right = Math.max(right, x);
      before = part;
    }
    post.rows = row + 1;
    const trunk = marks.length ? (marks[0] + marks.at(-1)) / 2 : WIDTH / 2;
    const reach = post.helpers.length ? WIDTH + 22 : WIDTH / 2;
    const shift = Math.max(row ? INDENT : 0, reach - trunk), middle = trunk + shift;
    for (const { cards } of parts) for (const each of cards) each.dx += shift;
    post.helpers.forEach((each, at) => { each.dx = middle + (at % 2 ? 22 : -22 - WIDTH); });
    post.inset = middle - WIDTH / 2;
    post.wide = Math.max(right + shift, middle + (post.helpers.length > 1 ? reach : WIDTH / 2));
    post.tall = parts.length ? low : top;
  };

  // Cards in one row are equally high.
  const level = (post) => {
    if (!post.branches.length && !post.helpers.length) return;
    const row = post.branches.slice(0, post.singles).map(([each]) => each);
    const height = Math.max(0, ...row.map((each) => each.least));
    for (const each of row) each.height = height;
    for (const each of [...post.helpers, ...post.branches.slice(post.singles).flat()]) each.height = each.least;
  };

  let shown = [], extent = { wide: 0, tall: 0 };
  const lay = (list = unfolded()) => {
    shown = list;
    for (const post of shown) { fit(post); arrange(post); post.lines = null; }
    for (const post of shown) level(post);
    for (let at = shown.length - 1; at >= 0; at -= 1) measure(shown[at]);
    let x = 0, tall = 0;
    for (const root of roots) {
      root.dx = x; root.dy = 0;
      x += root.wide + ACROSS;
      tall = Math.max(tall, root.tall);
    }
    extent = { wide: Math.max(0, x - ACROSS), tall };
    for (const post of shown) {
      const above = aboveOf(post);
      post.left = (above ? above.left : 0) + post.dx;
      post.y = (above ? above.y : 0) + post.dy;
      post.x = post.left + post.inset;
    }
  };
