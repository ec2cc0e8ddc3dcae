  // --- lines: between heads and those below them, as SVG paths that canvas and paper share ---

  const BEND = 8;

  const railPath = (x, from, cards, into) => {
    let path = "";
    for (const card of cards) {
      const middle = card.y + card.height / 2;
      path += `M${x} ${from}V${middle - BEND}Q${x} ${middle} ${x + BEND} ${middle}H${into}`;
    }
    return path;
  };

  const solidPath = (post) => {
    if (post.railed) return railPath(post.x + RAIL, post.y + post.height, post.branches[0], post.x + INDENT);
    const trunk = post.x + WIDTH / 2, bottom = post.y + post.height;
    let path = "";
    for (const helper of post.helpers) {
      const middle = helper.y + helper.height / 2;
      path += `M${trunk} ${bottom}V${middle}H${helper.x < trunk ? helper.x + WIDTH : helper.x}`;
    }
    const edge = post.left + RAIL; // where the line runs down to further rows
    post.branches.forEach((branch, index) => {
      const column = index >= post.singles, card = branch[0], bus = post.y + card.bus;
      const x = column ? card.x - 20 + 6 : card.x + WIDTH / 2;
      if (card.row) {
        path += `M${edge} ${post.y + post.branches[0][0].bus}V${bus - BEND}Q${edge} ${bus} ${edge + BEND} ${bus}H${x - BEND}Q${x} ${bus} ${x} ${bus + BEND}`;
        path += column ? railPath(x, bus + BEND, branch, card.x) : `V${card.y}`;
        return;
      }
      const bend = Math.min(BEND, Math.abs(x - trunk) / 2), side = x < trunk ? -1 : 1;
      path += `M${trunk} ${bottom}V${bus - bend}`;
      if (bend > 0.5) path += `Q${trunk} ${bus} ${trunk + side * bend} ${bus}H${x - side * bend}Q${x} ${bus} ${x} ${bus + bend}`;
      if (column) path += railPath(x, bus + bend, branch, card.x);
      else path += `V${card.y}`;
    });
    if (post.rows > 1) {
      const bus = post.y + post.branches[0][0].bus;
      path += `M${trunk} ${bus}H${edge}`;
    }
    return path;
  };

  // A dotted line behind the cards, where no way leads round them.
  const curve = ({ above, post }) => {
    const right = above.x + WIDTH / 2 >= post.x + WIDTH / 2;
    const x1 = right ? above.x + WIDTH * 0.3 : above.x + WIDTH * 0.7, y1 = above.y + above.height;
    const x2 = right ? post.x + WIDTH - 26 : post.x + 26 + WIDTH * 0.5, y2 = post.y;
    if (y2 > y1 + 8) {
      const half = Math.max(30, Math.min(160, (y2 - y1) / 2));
      return `M${x1} ${y1}C${x1} ${y1 + half} ${x2} ${y2 - half} ${x2} ${y2}`;
    }
    const from = right ? above.x : above.x + WIDTH, to = right ? post.x + WIDTH : post.x;
    const middle1 = y1 - above.height / 2, middle2 = y2 + post.height / 2, half = (to - from) / 2;
    return `M${from} ${middle1}C${from + half} ${middle1} ${to - half} ${middle2} ${to} ${middle2}`;
  };

  const linesOf = (post) => {
    post.lines ??= post.open && post.children.length ? solidPath(post) : "";
    return post.lines;
  };
