package tacit.memory.recall;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import tacit.api.recall.RecallRequest;
import tacit.api.recall.SearchDocument;

/** Tells which type a document is shown as: memories of some layers are types of their own. */
final class Kinds {

    private static final String MEMORY = "memory";
    private static final String GRAPH = "knowledge_graph";
    private static final String SCREEN = "screen_context";

    private Kinds() {}

    static String of(SearchDocument document) {
        if (!document.type().equals(MEMORY)) {
            return document.type();
        }
        String layer = document.attributes().getOrDefault("layer", "");
        String kind = document.attributes().getOrDefault("kind", "");
        if (layer.equals("graph")) {
            return GRAPH;
        }
        return kind.equals(SCREEN) ? SCREEN : MEMORY;
    }

    /** The types to ask the index for; what belongs to one run alone is not among them. */
    static List<String> indexed(List<String> types) {
        List<String> wanted = types.isEmpty() ? List.copyOf(new TreeSet<>(RecallRequest.TYPES)) : types;
        return wanted.stream()
                .flatMap(type -> type.equals(GRAPH) || type.equals(SCREEN)
                        ? List.of(type, MEMORY).stream()
                        : List.of(type).stream())
                .distinct()
                .toList();
    }

    /** What it is and whence, for people. */
    static String label(SearchDocument document, String type) {
        String words = type.replace('_', ' ');
        String label = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        if (!document.speaker().isEmpty()) {
            return label + " by " + document.speaker();
        }
        String layer = document.attributes().getOrDefault("layer", "");
        return type.equals(MEMORY) && !layer.isEmpty() ? label + " of " + layer : label;
    }
}
