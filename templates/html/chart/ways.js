  // --- ways: dotted lines led round the cards, along a grid of the free lines between them ---

  const STEP = 9, CLEAR = 5;
  const TURN = 45, ALONG = 6, JOINING = 40, CROSSING = 14, SHARED = 60; // what speaks against a way
  const NEAR = 150; // cards up to which a way round them is looked for

  const rounded = (value) => Math.round(value * 100) / 100;
  const sorted = (values) => Float64Array.from(new Set(values.map(rounded))).sort();

  // Where a line may meet a card: at a superior rather below, at a subordinate rather above.
  const portsOf = (post, isEnd) => {
    const { x, y, height } = post, bottom = y + height, low = y + height * 0.7, found = [];
    for (const [share, cost] of [[0.83, 0], [0.17, 4], [0.66, 2], [0.34, 6]]) {
      const at = x + WIDTH * share;
      found.push({ edge: [at, y], step: [at, y - STEP], cost: cost + (isEnd ? 0 : 60), upright: 1 });
      found.push({ edge: [at, bottom], step: [at, bottom + STEP], cost: cost + (isEnd ? 60 : 0), upright: 1 });
    }
    found.push({ edge: [x + WIDTH, low], step: [x + WIDTH + STEP, low], cost: 20, upright: 0 });
    found.push({ edge: [x, low], step: [x - STEP, low], cost: 24, upright: 0 });
    for (const port of found) if (met.has(port.edge.join())) port.cost += SHARED;
    return found;
  };

  // The straight parts of a path of ours.
  const partsOf = (path) => {
    const found = [];
    let x = 0, y = 0;
    for (const [, command, given] of path.matchAll(/([MVHQ])([^MVHQ]*)/g)) {
      const values = given.trim().split(/\s+/).map(Number), from = [x, y];
      if (command === "V") y = values[0];
      else if (command === "H") x = values[0];
      else [x, y] = values.slice(-2);
      if (command !== "M") found.push([from, [x, y]]);
    }
    return found;
  };

  // The free lines between some cards, and what it costs to go along them.
  const gridOf = (cards, ends) => {
    const xs = [], ys = [];
    for (const card of cards) {
      const right = card.x + WIDTH, bottom = card.y + card.height;
      xs.push(card.x - STEP, right + STEP, right + 17);
      ys.push(card.y - STEP, card.y - 20, bottom + STEP, bottom + 20);
    }
    for (const card of ends) for (const port of portsOf(card, true)) { xs.push(port.step[0]); ys.push(port.step[1]); }
    const grid = { xs: sorted([...xs, Math.min(...xs) - 13, Math.max(...xs) + 5]), ys: sorted([...ys, Math.min(...ys) - 2, Math.max(...ys) + 2]) };
    const n = grid.xs.length, all = n * grid.ys.length;
    grid.column = new Map(Array.from(grid.xs, (x, at) => [x, at]));
    grid.row = new Map(Array.from(grid.ys, (y, at) => [y, at]));
    grid.across = Float64Array.from({ length: all }, (_, at) => grid.xs[(at % n) + 1] - grid.xs[at % n]);
    grid.down = Float64Array.from({ length: all }, (_, at) => grid.ys[Math.floor(at / n) + 1] - grid.ys[Math.floor(at / n)]);
    for (const card of cards) block(grid, card.x - CLEAR, card.y - CLEAR, card.x + WIDTH + CLEAR, card.y + card.height + CLEAR);
    for (const card of cards) for (const part of partsOf(linesOf(card))) weigh(grid, part);
    return grid;
  };

  // The first place in a sorted list whose value is not below another.
  const placeOf = (values, value) => {
    let low = 0, high = values.length;
    while (low < high) { const middle = (low + high) >> 1; if (values[middle] < value) low = middle + 1; else high = middle; }
    return low;
  };

  // No step may touch a card.
  const block = ({ xs, ys, across, down }, left, top, right, bottom) => {
    const n = xs.length, x1 = placeOf(xs, left + 0.01), x2 = placeOf(xs, right), y1 = placeOf(ys, top + 0.01), y2 = placeOf(ys, bottom);
    for (let row = y1; row < y2; row += 1) for (let column = Math.max(0, x1 - 1); column < x2; column += 1) across[row * n + column] = Infinity;
    for (let column = x1; column < x2; column += 1) for (let row = Math.max(0, y1 - 1); row < y2; row += 1) down[row * n + column] = Infinity;
  };

  // Steps along a line that is there already are dear, those across it dearer than others.
  const weigh = (grid, [from, to]) => {
    const level = Math.abs(from[1] - to[1]) < 0.5, n = grid.xs.length, at = level ? 0 : 1;
    const [along, beside] = level ? [grid.xs, grid.ys] : [grid.ys, grid.xs], [runs, crosses] = level ? [grid.across, grid.down] : [grid.down, grid.across];
    const place = (one, other) => (level ? other * n + one : one * n + other);
    const low = Math.min(from[at], to[at]), high = Math.max(from[at], to[at]), line = from[1 - at];
    const first = placeOf(along, low), last = placeOf(along, high + 0.01);
    for (let other = placeOf(beside, line - 6); other < beside.length && beside[other] <= line + 6; other += 1) {
      for (let one = Math.max(0, first - 1); one < last && one + 1 < along.length; one += 1) runs[place(one, other)] += (along[one + 1] - along[one]) * ALONG + JOINING;
    }
    const before = placeOf(beside, line) - 1;
    if (before >= 0) for (let one = first; one < last; one += 1) crosses[place(one, before)] += CROSSING;
  };

  // The cheapest way from one of the starts to one of the ends: its corners, or nothing.
  const wayThrough = (grid, starts, ends) => {
    const { xs, ys, across, down } = grid, n = xs.length, last = ys.length - 1;
    const nodeOf = ({ step: [x, y] }) => grid.row.get(rounded(y)) * n + grid.column.get(rounded(x));
    const goals = new Map(ends.map((port) => [nodeOf(port), port])), first = new Map();
    const aim = [0, 1].map((at) => [Math.min(...ends.map((port) => port.step[at])), Math.max(...ends.map((port) => port.step[at]))]);
    const off = (value, [low, high]) => Math.max(low - value, value - high, 0);
    const rest = (state) => off(xs[(state >> 1) % n], aim[0]) + off(ys[Math.floor((state >> 1) / n)], aim[1]);
    const best = new Float64Array(2 * n * ys.length).fill(Infinity), came = new Int32Array(best.length).fill(-1), queue = heap();
    const reach = (state, cost, from) => {
      if (cost >= best[state]) return;
      best[state] = cost;
      came[state] = from;
      queue.push(cost + rest(state), cost, state);
    };
    for (const port of starts) {
      const state = nodeOf(port) * 2 + port.upright;
      if (port.cost < best[state]) first.set(state, port);
      reach(state, port.cost, -1);
    }
    let finish = null;
    for (let next = queue.pop(); next && !(finish && next[0] >= finish.cost); next = queue.pop()) {
      const [, cost, state] = next, node = state >> 1, upright = state & 1, column = node % n, row = Math.floor(node / n);
      if (cost > best[state]) continue;
      const goal = goals.get(node), total = goal ? cost + goal.cost + (goal.upright === upright ? 0 : TURN) : Infinity;
      if (total < (finish ? finish.cost : Infinity)) finish = { cost: total, state, goal };
      const level = cost + upright * TURN, steep = cost + (1 - upright) * TURN;
      if (column > 0) reach((node - 1) * 2, level + across[node - 1], state);
      if (column + 1 < n) reach((node + 1) * 2, level + across[node], state);
      if (row > 0) reach((node - n) * 2 + 1, steep + down[node - n], state);
      if (row < last) reach((node + n) * 2 + 1, steep + down[node], state);
    }
    if (!finish) return null;
    const corners = [finish.goal.edge];
    let at = finish.state;
    for (; came[at] >= 0; at = came[at]) corners.push([xs[(at >> 1) % n], ys[Math.floor((at >> 1) / n)]]);
    const start = first.get(at);
    return [...corners, start.step, start.edge].reverse();
  };

  // A queue in which the least comes first.
  const heap = () => {
    const items = [];
    const swap = (one, other) => { [items[one], items[other]] = [items[other], items[one]]; };
    return {
      push: (...item) => {
        let at = items.push(item) - 1;
        for (let up = (at - 1) >> 1; at > 0 && items[at][0] < items[up][0]; at = up, up = (at - 1) >> 1) swap(at, up);
      },
      pop: () => {
        const top = items[0], end = items.pop();
        if (items.length) items[0] = end;
        for (let at = 0; ;) {
          let least = at;
          for (const below of [2 * at + 1, 2 * at + 2]) if (below < items.length && items[below][0] < items[least][0]) least = below;
          if (least === at) return top;
          swap(at, least);
          at = least;
        }
      },
    };
  };

  // Corners as a path: those on a straight are left out, the others are round.
  const pathThrough = (corners) => {
    const kept = corners.filter(([x, y], at) => {
      const [before, after] = [corners[at - 1], corners[at + 1]];
      return !before || !after || !((before[0] === x && after[0] === x) || (before[1] === y && after[1] === y));
    });
    let path = `M${kept[0].join(" ")}`;
    for (let at = 1; at < kept.length - 1; at += 1) {
      const [before, corner, after] = kept.slice(at - 1);
      const near = (other) => {
        const long = Math.hypot(other[0] - corner[0], other[1] - corner[1]), part = Math.min(BEND, long / 2) / (long || 1);
        return corner.map((value, axis) => rounded(value + (other[axis] - value) * part));
      };
      path += `L${near(before).join(" ")}Q${corner.join(" ")} ${near(after).join(" ")}`;
    }
    return `${path}L${kept.at(-1).join(" ")}`;
  };

  // The pairs of superior and subordinate that no fold hides, each with its path once that is wanted.
  const dotted = posts.filter((post) => post.dotted.length);
  const DOTS = 6; // from one dot to the next
  let pairs = NONE, shared = null;
  const met = new Set(); // where dotted lines meet cards already
  const pairAgain = () => {
    shared = null;
    met.clear();
    const visible = new Set(dotted.length ? shown : NONE);
    pairs = dotted.filter((post) => visible.has(post))
      .flatMap((post) => post.dotted.map((index) => ({ above: posts[index], post, path: "", stroke: null, quick: null })))
      .filter(({ above, post }) => visible.has(above) && above !== post);
  };

  // In a very large chart only the cards between the two are gone round; where these are too many, the line runs behind them.
  const gridFor = ({ above, post }) => {
    if (shown.length <= NEAR) return (shared ??= gridOf(shown, new Set(pairs.flatMap((pair) => [pair.above, pair.post]))));
    const left = Math.min(above.x, post.x) - WIDTH, right = Math.max(above.x, post.x) + 2 * WIDTH;
    const top = Math.min(above.y, post.y) - 200, bottom = Math.max(above.y, post.y) + 300;
    const between = shown.filter((card) => card.x < right && card.x + WIDTH > left && card.y < bottom && card.y + card.height > top);
    return between.length <= NEAR ? gridOf(between, [above, post]) : null;
  };
  // The last dot stands anywhere up to a gap before the end: the line goes on by one below the card.
  const under = (way) => {
    const [before, end] = way.slice(-2);
    return `L${end.map((value, axis) => value + DOTS * Math.sign(value - before[axis])).join(" ")}`;
  };
  const dottedPath = (pair) => {
    if (pair.path) return pair.path;
    const grid = gridFor(pair), way = grid && wayThrough(grid, portsOf(pair.above, false), portsOf(pair.post, true));
    if (way) way.forEach((corner, at) => { if (at) weigh(grid, [way[at - 1], corner]); });
    if (way) for (const end of [way[0], way.at(-1)]) met.add(end.join());
    pair.path = way ? pathThrough(way) + under(way) : curve(pair);
    return pair.path;
  };
