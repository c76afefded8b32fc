package io.dialgate.rules;

import java.util.Iterator;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 into a tree and remembers the line of every part of it.
 *
 * <p>Only plain data is taken. Anchors, aliases and tags are faults: no row needs them, they make a row mean what stands
 * elsewhere, and a few lines of them can unfold to gigabytes. So is a key that comes twice, of which one would be lost.
 */
final class YamlTree {

  /** How deep parts lie within parts: a document needs 5. */
  static final int MAX_DEPTH = 12;

  private final Faults faults;
  private final Iterator<Event> events;

  private YamlTree(String text, Faults faults) {
    this.faults = faults;
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(PolicyReader.MAX_BYTES).build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /** The document. */
  static JsonNode read(String text, Faults faults) throws BrokenDocument {
    JsonNode root = JsonNodeFactory.instance.nullNode();
    try {
      root = new YamlTree(text, faults).document();
    } catch (MarkedYamlEngineException e) {
      faults.add(e.getProblemMark().map(it -> it.getLine() + 1).orElse(1), "YAML 1.2", e.getProblem(),
          "correct it there or shortly before");
    } catch (YamlEngineException e) {
      faults.add(1, "YAML 1.2", String.valueOf(e.getMessage()), "save the file as plain UTF-8 text");
    }
    faults.refuseIfAny();
    return root;
  }

  private JsonNode document() throws BrokenDocument {
    JsonNode root = JsonNodeFactory.instance.nullNode();
    int documents = 0;
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent node) {
        documents++;
        if (documents > 1) {
          faults.add(line(event), "one document in a file", "another one after ---", "put it into a file of its own");
          faults.refuseIfAny();
        }
        root = node(node, "", 0);
      }
    }
    return root;
  }

  private JsonNode node(NodeEvent event, String pointer, int depth) throws BrokenDocument {
    faults.stands(pointer, line(event));
    if (depth > MAX_DEPTH) {
      faults.add(line(event), "parts within parts at most %d deep".formatted(MAX_DEPTH), "deeper ones", "flatten them");
      faults.refuseIfAny();
    }
    refuseAnchor(event);
    return switch (event.getEventId()) {
      case MappingStart -> mapping(pointer, depth);
      case SequenceStart -> sequence(pointer, depth);
      case Scalar -> Scalars.value((ScalarEvent) event, faults);
      default -> JsonNodeFactory.instance.nullNode();
    };
  }

  private ObjectNode mapping(String pointer, int depth) throws BrokenDocument {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
      String name = name(event);
      String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      faults.stands(at, line(event));
      JsonNode value = node((NodeEvent) events.next(), at, depth + 1);
      if (mapping.has(name)) {
        faults.add(line(event), "each key once", name + " a second time", "leave one of the two");
      } else {
        mapping.set(name, value);
      }
    }
    return mapping;
  }

  private String name(Event event) throws BrokenDocument {
    if (event instanceof ScalarEvent scalar) {
      refuseAnchor(scalar);
      return scalar.getValue();
    }
    faults.add(line(event), "a word as the key", "a list, a mapping or an alias", "write a plain key");
    faults.refuseIfAny();
    throw new IllegalStateException("expected the fault to end the reading, but it went on");
  }

  private ArrayNode sequence(String pointer, int depth) throws BrokenDocument {
    ArrayNode sequence = JsonNodeFactory.instance.arrayNode();
    for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
      sequence.add(node((NodeEvent) event, pointer + "/" + sequence.size(), depth + 1));
    }
    return sequence;
  }

  private void refuseAnchor(NodeEvent event) {
    if (event.getAnchor().isPresent()) {
      faults.add(line(event), "plain values", "an anchor or alias", "write the value out");
    }
  }

  static int line(Event event) {
    Optional<Integer> line = event.getStartMark().map(it -> it.getLine() + 1);
    return line.orElse(1);
  }
}
