  // --- layout: where the cards stand that no fold hides; linear in their number ---

  const ACROSS = 34, BESIDE = 18, DOWN = 54, STACK = 16, INDENT = 28, RAIL = 12, TALLEST = 12;

  // What hangs below a head: open branches side by side, all that is closed in columns if it is much.
  const arrange = (post) => {
    const below = post.open ? post.children : NONE;
    post.helpers = below.filter((each) => each.assistant && !each.children.length);
    const others = post.helpers.length ? below.filter((each) => !post.helpers.includes(each)) : below;
    const closed = others.filter((each) => !each.open || !each.children.length);
    const leaves = others.every((each) => !each.children.length);
    const most = closed.length < others.length ? 2 : post.above < 0 ? 5 : leaves ? 1 : 4;
    if (closed.length <= most) {
      post.branches = others.map((each) => [each]);
      post.column = false;
    } else {
      const columns = Math.ceil(closed.length / TALLEST), tall = Math.ceil(closed.length / columns);
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
    if (post.railed) {
      let y = post.height + STACK;
      for (const each of post.branches[0]) {
        each.dx = INDENT; each.dy = y;
        y += each.height + STACK;
      }
      post.wide = WIDTH + INDENT; post.tall = y - STACK;
      return;
    }
    let top = post.height, tall = top;
    const pairs = [];
    for (let at = 0; at < post.helpers.length; at += 2) {
      const pair = post.helpers.slice(at, at + 2);
      pairs.push([pair, (top += at ? STACK : 24)]);
      tall = top += Math.max(...pair.map((each) => each.height));
    }
    post.row = top + DOWN;
    const marks = [];
    let x = 0, right = WIDTH;
    post.branches.forEach((branch, index) => {
      const column = index >= post.singles;
      let wide = column ? WIDTH + 20 : branch[0].wide;
      if (index) x += column || branch[0].open || post.branches[index - 1][0].open ? ACROSS : BESIDE;
      let y = post.row;
      for (const each of branch) {
        each.dx = column ? x + 20 : x; each.dy = y;
        y += (column ? each.height : each.tall) + STACK;
      }
      tall = Math.max(tall, y - STACK);
      marks.push(column ? x + wide / 2 : x + branch[0].inset + WIDTH / 2);
      x += wide;
    });
    const trunk = marks.length ? (marks[0] + marks.at(-1)) / 2 : WIDTH / 2;
    const reach = post.helpers.length ? WIDTH + 22 : WIDTH / 2;
    const shift = Math.max(0, reach - trunk);
    for (const branch of post.branches) for (const each of branch) each.dx += shift;
    for (const [pair, y] of pairs) pair.forEach((each, side) => { each.dx = trunk + shift + (side ? 22 : -22 - WIDTH); each.dy = y; });
    right = Math.max(x + shift, trunk + shift + (post.helpers.length > 1 ? reach : WIDTH / 2));
    post.inset = trunk + shift - WIDTH / 2;
    post.wide = right; post.tall = tall;
  };

  // Cards in one row are equally high.
  const level = (post) => {
    for (let from = 0; from < post.singles; from += 1) {
      post.branches[from][0].height = post.branches[from][0].least;
    }
    const row = post.branches.slice(0, post.singles).map(([each]) => each);
    const height = Math.max(0, ...row.map((each) => each.least));
    for (const each of row) each.height = height;
    for (const each of [...post.helpers, ...post.branches.slice(post.singles).flat()]) each.height = each.least;
  };

  let shown = [], extent = { wide: 0, tall: 0 };
  const lay = () => {
    shown = unfolded();
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
