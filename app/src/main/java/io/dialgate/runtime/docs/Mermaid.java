package io.dialgate.runtime.docs;

import java.util.TreeSet;

import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** A topology as a Mermaid flowchart: topics are cylinders on the edge, processors boxes, stores beside them. */
final class Mermaid {

  private final StringBuilder text = new StringBuilder("flowchart LR\n");
  private final TreeSet<String> topics = new TreeSet<>();
  private final TreeSet<String> stores = new TreeSet<>();
  private final TreeSet<String> edges = new TreeSet<>();

  private Mermaid() {}

  static String of(TopologyDescription topology) {
    var picture = new Mermaid();
    topology.subtopologies().forEach(picture::draw);
    picture.topics.forEach(topic -> picture.text.append("  %s[(%s)]%n".formatted(id("t", topic), topic)));
    picture.stores.forEach(store -> picture.text.append("  %s[/%s/]%n".formatted(id("s", store), store)));
    picture.edges.forEach(picture.text::append);
    return picture.text.toString();
  }

  private void draw(Subtopology part) {
    text.append("  subgraph part%d [sub-topology %d]%n".formatted(part.id(), part.id()));
    part.nodes().stream().map(Node::name).sorted()
        .forEach(name -> text.append("    %s[%s]%n".formatted(id("n", name), name)));
    text.append("  end\n");
    part.nodes().forEach(this::connect);
  }

  private void connect(Node node) {
    String self = id("n", node.name());
    node.successors().forEach(next -> edge(self, "-->", id("n", next.name())));
    switch (node) {
      case Source source -> source.topicSet().forEach(topic -> edge(topic(topic), "-->", self));
      case Sink sink -> edge(self, "-->", topic(sink.topic()));
      case Processor processor -> processor.stores().forEach(store -> edge(self, "---", store(store)));
      default -> throw new IllegalArgumentException("expected a source, a processor or a sink, but got " + node);
    }
  }

  private void edge(String from, String arrow, String to) {
    edges.add("  %s %s %s%n".formatted(from, arrow, to));
  }

  private String topic(String name) {
    topics.add(name);
    return id("t", name);
  }

  private String store(String name) {
    stores.add(name);
    return id("s", name);
  }

  private static String id(String kind, String name) {
    return kind + "_" + name.replaceAll("[^a-zA-Z0-9]", "_");
  }
}
