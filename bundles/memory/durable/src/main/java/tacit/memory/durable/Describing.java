package tacit.memory.durable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.recall.ContextDetails;
import tacit.api.recall.ContextDetails.Payload;
import tacit.api.recall.ContextHit;
import tacit.api.recall.DurableContext;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.memory.words.Quoting;

/** Shows one message, summary or payload of a run. Confined to one call. */
final class Describing {

    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_SOURCE = 600;
    private static final int LONGEST_PREVIEW = 4_000;

    private final MemoryStore store;
    private final Scope scope;
    private final Audience audience;
    private final String taskId;

    Describing(MemoryStore store, Scope scope, Audience audience, String taskId) {
        this.store = store;
        this.scope = scope;
        this.audience = audience;
        this.taskId = taskId;
    }

    Optional<ContextDetails> describe(String id, int most) {
        boolean payload = id.startsWith(Names.PAYLOAD);
        return list(List.of(Run.MESSAGE, Run.SUMMARY), Map.of(payload ? "payload" : "id", id), 1).stream()
                .findFirst()
                .map(memory -> details(memory, most));
    }

    private ContextDetails details(MemoryRecord memory, int most) {
        Piece piece = Piece.of(memory);
        ContextHit hit = piece.hit("", LONGEST_TEXT);
        if (memory.kind().equals(Run.MESSAGE)) {
            return new ContextDetails(hit, "message", 0, List.of(), "", false, List.of(), payload(piece));
        }
        return new ContextDetails(
                hit,
                piece.attributes().getOrDefault("form", "leaf"),
                Integer.parseInt(piece.attributes().getOrDefault("depth", "0")),
                words(piece.attributes().getOrDefault("parents", "")),
                piece.attributes().getOrDefault("label", ""),
                Boolean.parseBoolean(piece.attributes().get("proactive")),
                sources(piece, most),
                null);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    private List<ContextHit> sources(Piece summary, int most) {
        List<ContextHit> sources = new ArrayList<>();
        Ranges covered = Ranges.of(summary.attributes().getOrDefault("covered", ""));
        for (long sequence : covered.some(most)) {
            Map<String, String> place = Map.of(
                    "conversation",
                    summary.attributes().getOrDefault("conversation", ""),
                    "seq",
                    String.valueOf(sequence));
            list(List.of(Run.MESSAGE), place, 1)
                    .forEach(message -> sources.add(Piece.of(message).hit("", LONGEST_SOURCE)));
        }
        return sources;
    }

    private @Nullable Payload payload(Piece message) {
        String id = message.payload();
        if (id == null) {
            return null;
        }
        // The begin is in the first part
        String begin = list(List.of(Run.PAYLOAD), Map.of("payload", id, "part", "0"), 1).stream()
                .min(Comparator.comparing(MemoryRecord::createdAt))
                .map(MemoryRecord::text)
                .orElse("");
        return new Payload(
                id,
                Long.parseLong(message.attributes().getOrDefault("characters", "0")),
                Quoting.safe(Parts.begin(begin, LONGEST_PREVIEW)));
    }

    private List<MemoryRecord> list(List<String> kinds, Map<String, String> attributes, int most) {
        TreeMap<String, String> wanted = new TreeMap<>(attributes);
        wanted.put("task", taskId);
        MemoryFilter filter =
                MemoryFilter.active(DurableContext.LAYER).withKinds(kinds).withAttributes(wanted);
        return store.list(scope, filter, PageRequest.first(most)).rows().stream()
                .filter(memory -> Piece.seen(memory, audience))
                .toList();
    }
}
