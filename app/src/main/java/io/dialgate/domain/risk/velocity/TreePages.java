package io.dialgate.domain.risk.velocity;

import java.util.HashMap;
import java.util.Map;

/** The pages of a tree while one event is counted: each is read once, and written once if it changed. */
final class TreePages {

  private final VelocityPages pages;
  private final PageKeys keys;
  private final Map<Long, Page> open = new HashMap<>();

  TreePages(VelocityPages pages, PageKeys keys) {
    this.pages = pages;
    this.keys = keys;
  }

  Page get(long id) {
    Page page = open.get(id);
    if (page == null) {
      byte[] bytes = pages.get(keys.node(id));
      if (bytes == null) {
        throw new IllegalStateException(
            "expected page %d of a customer's velocities, but got none; restore the store from its changelog"
                .formatted(id));
      }
      page = new Page(bytes);
      open.put(id, page);
    }
    return page;
  }

  void add(long id, Page page) {
    open.put(id, page);
  }

  void delete(long id) {
    open.remove(id);
    pages.delete(keys.node(id));
  }

  void write() {
    open.forEach((id, page) -> {
      if (page.changed()) {
        pages.put(keys.node(id), page.toBytes());
      }
    });
  }
}
