package tacit.pulse.dreaming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamEvidence;

/** Finds the topic that many observations share, where nothing else is to be said of them. Stateless. */
final class Topics {

    private static final double SURE = 0.58;
    private static final int FEWEST = 5;
    private static final int SHORTEST_WORD = 4;
    private static final int MOST_QUOTED = 3;
    private static final int LONGEST_QUOTE = 120;

    private Topics() {}

    static void look(Sketch sketch) {
        Map<String, List<DreamEvidence>> byWord = new LinkedHashMap<>();
        for (DreamEvidence one : sketch.situation().evidence()) {
            if (one.kind() == DreamEvidence.Kind.OBSERVATION) {
                Words.telling(one.text()).stream()
                        .filter(word -> word.length() >= SHORTEST_WORD && Character.isLetter(word.charAt(0)))
                        .forEach(word -> byWord.computeIfAbsent(word, any -> new ArrayList<>())
                                .add(one));
            }
        }
        byWord.entrySet().stream()
                .filter(topic -> topic.getValue().size() >= FEWEST)
                .max(Comparator.comparingInt((Map.Entry<String, List<DreamEvidence>> topic) ->
                                topic.getValue().size())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .ifPresent(topic -> propose(sketch, topic.getKey(), topic.getValue()));
    }

    private static void propose(Sketch sketch, String word, List<DreamEvidence> about) {
        String quotes = about.stream()
                .limit(MOST_QUOTED)
                .map(one -> "\"" + Words.bounded(one.text().replaceAll("\\s+", " "), LONGEST_QUOTE) + "\"")
                .collect(Collectors.joining(", "));
        sketch.propose(
                DreamAction.TOPIC_PACK_UPDATE,
                "topic|" + word,
                null,
                null,
                word,
                about.size() + " observations speak about '" + word + "', such as " + quotes,
                SURE,
                about.stream().map(DreamEvidence::id).toList());
    }
}
