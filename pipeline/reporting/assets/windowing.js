// Long lists: items are drawn in blocks, when they come near the screen, and taken away when they are far.

const NEAR = "1200px";

class Windowed {
  /** `draw(row)` gives the node of item `row` of `count`; `estimate` is its likely height in pixels. */
  constructor(host, { count, size, estimate, draw, role }) {
    Object.assign(this, { host, count, size, estimate, draw, blocks: [] });
    this.watcher = new IntersectionObserver((entries) => this.seen(entries), { rootMargin: `${NEAR} 0px` });
    for (let first = 0; first < count; first += size) {
      const node = el("div", { class: "block", role: role || "presentation" });
      node.style.height = `${Math.min(size, count - first) * estimate}px`;
      const made = { node, first, last: Math.min(first + size, count), filled: false };
      node.windowed = made;
      this.blocks.push(made);
      host.append(node);
    }
    if (this.blocks.length) this.fill(this.blocks[0]);
    for (const { node } of this.blocks) this.watcher.observe(node);
  }

  seen(entries) {
    for (const entry of entries) {
      const made = entry.target.windowed;
      if (entry.isIntersecting) this.fill(made);
      else if (made.filled) this.empty(made);
    }
  }

  fill(made) {
    if (made.filled) return;
    made.filled = true;
    const items = [];
    for (let row = made.first; row < made.last; row += 1) items.push(this.draw(row));
    made.node.append(...items);
    made.node.style.height = "";
  }

  empty(made) {
    // What has the focus, or what somebody selects, stays.
    if (made.node.contains(document.activeElement) || made.node.contains(getSelection()?.anchorNode)) return;
    made.node.style.height = `${made.node.offsetHeight}px`;
    made.node.replaceChildren();
    made.filled = false;
  }

  /** Bring item `row` to the screen and give its node. */
  show(row) {
    const made = this.blocks[Math.floor(row / this.size)];
    if (!made) return null;
    this.fill(made);
    const node = made.node.children[row - made.first];
    node?.scrollIntoView({ block: "start" });
    return node;
  }

  stop() {
    this.watcher.disconnect();
  }
}
