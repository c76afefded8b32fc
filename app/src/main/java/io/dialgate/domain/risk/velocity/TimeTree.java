package io.dialgate.domain.risk.velocity;

import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.velocity.Totals.Marks;

/**
 * A customer's events in the order of time: a B+ tree whose branches know the sums of what lies below each child.
 *
 * <p>Of a branch's last child the sums are never asked, since a search that ends there goes down into it. They are therefore
 * only written when a sibling comes after it, so that an event at the end, as nearly all are, changes its leaf and nothing else.
 */
final class TimeTree {

  /** Events on one page. */
  static final int LEAF_ROWS = 64;

  /** Children of one page. */
  static final int BRANCH_ROWS = 32;

  private final Layout layout;
  private final Head head;
  private final TreePages pages;

  TimeTree(Layout layout, Head head, TreePages pages) {
    this.layout = layout;
    this.head = head;
    this.pages = pages;
  }

  /** A page that came to be beside another, after it. */
  private record Sibling(long id, Moment first) {}

  void insert(LeafRow row) {
    if (head.height < 0) {
      head.root = head.nextPage++;
      head.height = 0;
      pages.add(head.root, new Page(layout.leafColumns()));
    }
    Sibling sibling = insert(head.root, head.height, true, row);
    head.events++;
    if (sibling != null) {
      var root = new Page(layout.branchColumns());
      long id = head.nextPage++;
      pages.add(id, root);
      addChild(root, 0, head.root, first(head.root));
      addChild(root, 1, sibling.id, sibling.first);
      total(head.root, head.height).into(root, 0);
      head.root = id;
      head.height++;
    }
  }

  private @Nullable Sibling insert(long id, int level, boolean atEnd, LeafRow row) {
    return level == 0 ? insertEvent(pages.get(id), atEnd, row) : insertBelow(pages.get(id), level, atEnd, row);
  }

  private @Nullable Sibling insertEvent(Page leaf, boolean atEnd, LeafRow row) {
    int at = 1 + floor(leaf, row.moment);
    leaf.insert(at);
    leaf.set(at, Layout.TIME, row.moment.time());
    leaf.set(at, Layout.NUMBER, row.moment.number());
    leaf.set(at, Layout.CURRENCY, row.currency);
    leaf.set(at, Layout.AMOUNT, row.amount);
    for (int attribute = 0; attribute < layout.attributes(); attribute++) {
      leaf.set(at, layout.fresh(attribute), row.fresh[attribute]);
      leaf.set(at, layout.last(attribute), row.last[attribute]);
    }
    return leaf.rows() <= LEAF_ROWS ? null : split(leaf, atEnd && at == LEAF_ROWS);
  }

  private @Nullable Sibling insertBelow(Page branch, int level, boolean atEnd, LeafRow row) {
    int child = Math.max(0, floor(branch, row.moment));
    boolean last = child == branch.rows() - 1;
    long below = branch.get(child, Layout.CHILD);
    if (row.moment.compareTo(moment(branch, child)) < 0) {
      branch.set(child, Layout.TIME, row.moment.time());
      branch.set(child, Layout.NUMBER, row.moment.number());
    }
    Sibling sibling = insert(below, level - 1, atEnd && last, row);
    if (sibling == null) {
      if (!last) {
        addRow(branch, child, row);
      }
      return null;
    }
    addChild(branch, child + 1, sibling.id, sibling.first);
    total(below, level - 1).into(branch, child);
    if (!last) {
      total(sibling.id, level - 1).into(branch, child + 1);
    }
    return branch.rows() <= BRANCH_ROWS ? null : split(branch, atEnd && last);
  }

  /** Pages that grow at their end stay full; others are halved. */
  private Sibling split(Page page, boolean atEnd) {
    Page other = page.splitAt(atEnd ? page.rows() - 1 : page.rows() / 2);
    long id = head.nextPage++;
    pages.add(id, other);
    return new Sibling(id, moment(other, 0));
  }

  private void addRow(Page branch, int child, LeafRow row) {
    branch.add(child, Layout.EVENTS, 1);
    for (int attribute = 0; attribute < layout.attributes(); attribute++) {
      for (int window = 0; window < row.fresh[attribute]; window++) {
        branch.add(child, layout.freshBelow(attribute, window), 1);
      }
      for (int window = 0; window < row.last[attribute]; window++) {
        branch.add(child, layout.lastBelow(attribute, window), 1);
      }
    }
    if (row.currency != Layout.UNSUMMED) {
      branch.add(child, layout.lowBelow(row.currency), Totals.low(row.amount));
      branch.add(child, layout.lowBelow(row.currency) + 1, Totals.high(row.amount));
    }
  }

  private static void addChild(Page branch, int at, long id, Moment first) {
    branch.insert(at);
    branch.set(at, Layout.TIME, first.time());
    branch.set(at, Layout.NUMBER, first.number());
    branch.set(at, Layout.CHILD, id);
  }

  /** Sums over the events up to a time. */
  Totals upTo(long time, Marks marks) {
    var totals = new Totals(layout, head.currencies.size());
    var end = new Moment(time, Long.MAX_VALUE);
    long id = head.root;
    for (int level = head.height; level >= 0; level--) {
      Page page = pages.get(id);
      int at = floor(page, end);
      if (level == 0) {
        totals.addLeaf(page, at + 1, marks);
      } else if (at < 0) {
        return totals;
      } else {
        totals.addBranch(page, at, marks);
        id = page.get(at, Layout.CHILD);
      }
    }
    return totals;
  }

  /** The time of the last event up to a time; null if there is none. */
  @Nullable
  Long latestUpTo(long time) {
    var end = new Moment(time, Long.MAX_VALUE);
    long id = head.root;
    for (int level = head.height; level >= 0; level--) {
      Page page = pages.get(id);
      int at = floor(page, end);
      if (at < 0) {
        return null;
      }
      if (level == 0) {
        return page.get(at, Layout.TIME);
      }
      id = page.get(at, Layout.CHILD);
    }
    return null;
  }

  /**
   * Changes one mark of one event.
   *
   * @param side whether its fresh mark, or its last one
   * @return the mark that it had; nothing, if the event is not there any more
   */
  OptionalInt mark(Moment moment, int attribute, Side side, int mark) {
    return mark(head.root, head.height, moment, new Change(attribute, side, mark));
  }

  /** Which of the two marks of an event and attribute. */
  enum Side {
    FRESH, LAST
  }

  private record Change(int attribute, Side side, int mark) {}

  private OptionalInt mark(long id, int level, Moment moment, Change change) {
    Page page = pages.get(id);
    int at = floor(page, moment);
    if (at < 0) {
      return OptionalInt.empty();
    }
    if (level == 0) {
      return moment(page, at).equals(moment) ? exchange(page, at, change) : OptionalInt.empty();
    }
    OptionalInt old = mark(page.get(at, Layout.CHILD), level - 1, moment, change);
    if (old.isPresent() && at < page.rows() - 1) {
      int more = change.mark > old.getAsInt() ? 1 : -1;
      int to = Math.max(change.mark, old.getAsInt());
      for (int window = Math.min(change.mark, old.getAsInt()); window < to; window++) {
        page.add(at, change.side == Side.FRESH
            ? layout.freshBelow(change.attribute, window)
            : layout.lastBelow(change.attribute, window), more);
      }
    }
    return old;
  }

  private OptionalInt exchange(Page leaf, int row, Change change) {
    int column = change.side == Side.FRESH ? layout.fresh(change.attribute) : layout.last(change.attribute);
    int old = (int) leaf.get(row, column);
    if (old != change.mark) {
      leaf.set(row, column, change.mark);
    }
    return OptionalInt.of(old);
  }

  /** The last event of the first leaf. */
  Moment endOfFirstLeaf() {
    Page leaf = pages.get(firstLeaf());
    return moment(leaf, leaf.rows() - 1);
  }

  /** Takes the first leaf away, which must not be the only one, and returns what was on it. */
  Totals dropFirstLeaf() {
    Page leaf = pages.get(firstLeaf());
    var dropped = new Totals(layout, head.currencies.size());
    dropped.addLeaf(leaf, leaf.rows(), new Marks.All());
    dropFirst(head.root, head.height);
    while (head.height > 0 && pages.get(head.root).rows() == 1) {
      long only = pages.get(head.root).get(0, Layout.CHILD);
      pages.delete(head.root);
      head.root = only;
      head.height--;
    }
    head.events -= dropped.events;
    return dropped;
  }

  /** Takes the first leaf below a page away; the page too, if nothing is left of it. */
  private boolean dropFirst(long id, int level) {
    Page page = pages.get(id);
    if (level > 0 && !dropFirst(page.get(0, Layout.CHILD), level - 1)) {
      page.set(0, Layout.TIME, first(page.get(0, Layout.CHILD)).time());
      page.set(0, Layout.NUMBER, first(page.get(0, Layout.CHILD)).number());
      if (page.rows() > 1) {
        total(page.get(0, Layout.CHILD), level - 1).into(page, 0);
      }
      return false;
    }
    if (level > 0 && page.rows() > 1) {
      page.removeFirst();
      return false;
    }
    pages.delete(id);
    return true;
  }

  /** Deletes all pages. */
  void clear() {
    if (head.height >= 0) {
      clear(head.root, head.height);
      head.height = -1;
    }
  }

  private void clear(long id, int level) {
    Page page = pages.get(id);
    for (int child = 0; level > 0 && child < page.rows(); child++) {
      clear(page.get(child, Layout.CHILD), level - 1);
    }
    pages.delete(id);
  }

  private long firstLeaf() {
    long id = head.root;
    for (int level = head.height; level > 0; level--) {
      id = pages.get(id).get(0, Layout.CHILD);
    }
    return id;
  }

  private Moment first(long id) {
    return moment(pages.get(id), 0);
  }

  private Totals total(long id, int level) {
    var totals = new Totals(layout, head.currencies.size());
    long at = id;
    for (int below = level; below > 0; below--) {
      Page branch = pages.get(at);
      totals.addBranch(branch, branch.rows() - 1, new Marks.All());
      at = branch.get(branch.rows() - 1, Layout.CHILD);
    }
    Page leaf = pages.get(at);
    totals.addLeaf(leaf, leaf.rows(), new Marks.All());
    return totals;
  }

  /** The last row that is not after a moment; -1 if all are. */
  private static int floor(Page page, Moment moment) {
    int low = 0;
    int high = page.rows();
    while (low < high) {
      int middle = (low + high) >>> 1;
      long time = page.get(middle, Layout.TIME);
      boolean after = time > moment.time()
          || (time == moment.time() && page.get(middle, Layout.NUMBER) > moment.number());
      if (after) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - 1;
  }

  private static Moment moment(Page page, int row) {
    return new Moment(page.get(row, Layout.TIME), page.get(row, Layout.NUMBER));
  }
}
