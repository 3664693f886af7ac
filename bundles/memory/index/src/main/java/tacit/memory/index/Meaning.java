package tacit.memory.index;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.model.Embedder;
import tacit.api.recall.SearchDocument;

/** Makes the vectors of documents and queries, as bytes: their cosines are those of the model within 0.005. Thread-safe. */
final class Meaning {

    /** The ways to look at a document: alone, with its date, between its neighbours. */
    static final List<String> KINDS = List.of("text", "dated", "window");

    private static final double WIDEST = 6;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final Logger log = LoggerFactory.getLogger(Meaning.class);

    private final List<Embedder> embedders;
    private final Map<String, Map<String, byte[]>> asked = Collections.synchronizedMap(new Latest());
    private final Map<String, String> failing = new ConcurrentHashMap<>();

    Meaning(List<Embedder> embedders) {
        this.embedders = List.copyOf(embedders);
    }

    boolean ready() {
        return embedders.stream().anyMatch(Embedder::ready);
    }

    /** Loads what was not loaded; blocks meanwhile. */
    boolean load() {
        embedders.forEach(Embedder::load);
        return ready();
    }

    /** Whether vectors can still come. */
    boolean possible() {
        return embedders.stream().anyMatch(embedder -> embedder.problem().isEmpty());
    }

    /** What is wrong with the models, for people; empty when nothing is. */
    String problems() {
        return Stream.concat(embedders.stream().map(Embedder::problem), failing.values().stream())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** The names of the models that answer, with a comma between. */
    String models() {
        return String.join(
                ",",
                embedders.stream().filter(Embedder::ready).map(Embedder::model).toList());
    }

    /** The vectors of a query, by the short name of the model. */
    Map<String, byte[]> query(String text) {
        Map<String, byte[]> known = asked.get(text);
        if (known != null && known.size() == embedders.size()) {
            return known;
        }
        Map<String, byte[]> vectors = new HashMap<>();
        for (Embedder embedder : embedders) {
            if (embedder.ready()) {
                made(embedder, "a query", () -> embedder.queries(List.of(text)))
                        .ifPresent(vector -> vectors.put(name(embedder), vector));
            }
        }
        asked.put(text, vectors);
        return vectors;
    }

    /** The vectors of a document by field; those that are known are not made again, except that of the window. */
    Map<String, byte[]> document(Neighbours near, Map<String, byte[]> known) {
        Map<String, byte[]> vectors = new HashMap<>();
        SearchDocument document = near.self().document();
        String text = Neighbours.words(document);
        for (Embedder embedder : embedders) {
            if (embedder.ready()) {
                add(vectors, known, embedder, "text", text);
                add(vectors, known, embedder, "dated", DAY.format(document.at()) + ": " + text);
                add(vectors, Map.of(), embedder, "window", near.around(1));
            }
        }
        return vectors;
    }

    private void add(
            Map<String, byte[]> vectors, Map<String, byte[]> known, Embedder embedder, String kind, String text) {
        String field = Fields.vector(name(embedder), kind);
        Optional.ofNullable(known.get(field))
                .or(() -> made(embedder, "a document", () -> embedder.passages(List.of(text))))
                .ifPresent(vector -> vectors.put(field, vector));
    }

    /** A vector; none when the model fails at it, which is told until it works again. */
    private Optional<byte[]> made(Embedder embedder, String what, Supplier<List<float[]>> asked) {
        String name = embedder.model() + " " + what;
        try {
            byte[] vector = bytes(asked.get().get(0));
            failing.remove(name);
            return Optional.of(vector);
        } catch (RuntimeException failed) {
            String problem = "Model '" + embedder.model() + "' fails at " + what + " with "
                    + failed.getClass().getSimpleName();
            if (failing.put(name, problem) == null) {
                log.warn("Texts are found by their words alone: {}", problem);
            }
            return Optional.empty();
        }
    }

    private static String name(Embedder embedder) {
        String model = embedder.model();
        return model.startsWith("e5") ? "e5" : model.contains("minilm") ? "minilm" : model;
    }

    /**
     * All vectors by the same scale, so that they stay of one length and their product alone orders them: a byte ends at six times
     * what a value of such a vector usually is.
     */
    static byte[] bytes(float[] vector) {
        double scale = Byte.MAX_VALUE * Math.sqrt(vector.length) / WIDEST;
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < vector.length; i++) {
            bytes[i] = (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, Math.round(vector[i] * scale)));
        }
        return bytes;
    }

    /** The vectors of what was asked last: several ask the same for one prompt. */
    private static final class Latest extends LinkedHashMap<String, Map<String, byte[]>> {

        private static final long serialVersionUID = 1;
        private static final int MOST = 64;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, byte[]>> eldest) {
            return size() > MOST;
        }
    }
}
