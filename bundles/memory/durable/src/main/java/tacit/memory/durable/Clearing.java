package tacit.memory.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStep;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWalk;
import tacit.api.recall.DurableContext;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.TextTombstones;

/**
 * Takes words away. How far each conversation was kept stays, in counts and digests: what was taken away is not brought back by
 * whoever hands the conversation in again. Stateless.
 */
final class Clearing {

    private static final int OLD_AT_ONCE = 50;

    private final MemoryStore store;

    Clearing(MemoryStore store) {
        this.store = store;
    }

    int clear(Scope scope) {
        return delete(scope, MemoryFilter.active(DurableContext.LAYER).withKinds(Run.WORDS));
    }

    private int delete(Scope scope, MemoryFilter filter) {
        int deleted = 0;
        String from = null;
        do {
            MemoryStep step = store.walk(scope, filter, from, PageRequest.MAX_LIMIT);
            deleted += store.delete(
                    scope, step.rows().stream().map(MemoryRecord::id).toList(), false);
            from = step.next();
        } while (from != null);
        return deleted;
    }

    /** Takes the words of conversations away that nobody went on with for so long. */
    void clearOld(Run run, Instant now, Duration kept) {
        Instant before = now.minus(kept);
        MemoryFilter old = MemoryFilter.active(DurableContext.LAYER)
                .withKinds(List.of(Conversation.KIND))
                .withScope(run.owner)
                .within(null, before);
        for (MemoryRecord record :
                store.list(run.scope, old, PageRequest.first(OLD_AT_ONCE)).rows()) {
            if (record.updatedAt().isBefore(before)) {
                String id = record.attributes().getOrDefault("id", "");
                delete(
                        run.scope,
                        MemoryFilter.active(DurableContext.LAYER)
                                .withKinds(Run.WORDS)
                                .withScope(run.owner)
                                .withAttributes(new TreeMap<>(Map.of("conversation", id))));
                store.change(run.scope, record.id(), MemoryChange.NONE.withState(MemoryState.ARCHIVED));
            }
        }
    }

    int forget(Scope scope, List<String> texts) {
        List<String> lines = new ArrayList<>(texts);
        texts.forEach(text -> lines.add(Wrappers.line(text)));
        lines.removeIf(line -> line.length() < EvidenceTexts.SHORTEST_TEXT);
        if (lines.isEmpty()) {
            return 0;
        }
        TextTombstones words = TextTombstones.of(lines);
        return forget(scope, text -> !words.in(text).equals(text));
    }

    private int forget(Scope scope, Predicate<String> tells) {
        List<String> ids = new ArrayList<>();
        Map<String, Map<Integer, MemoryRecord>> payloads = new LinkedHashMap<>();
        MemoryFilter all = MemoryFilter.of(DurableContext.LAYER).withKinds(Run.WORDS);
        MemoryWalk.over(store, scope, all).forEach(memory -> {
            if (tells.test(memory.text())) {
                ids.add(memory.id());
            }
            collect(memory, payloads);
        });
        payloads.values().forEach(parts -> torn(parts, tells, ids));
        return store.delete(scope, ids, false);
    }

    private static void collect(MemoryRecord memory, Map<String, Map<Integer, MemoryRecord>> payloads) {
        String part = memory.attributes().get("part");
        if (part != null) {
            payloads.computeIfAbsent(memory.attributes().getOrDefault("payload", ""), id -> new TreeMap<>())
                    .put(Integer.parseInt(part), memory);
        }
    }

    // A text may stand where a payload was cut
    private static void torn(Map<Integer, MemoryRecord> parts, Predicate<String> tells, List<String> ids) {
        MemoryRecord before = null;
        for (MemoryRecord part : parts.values()) {
            if (before != null && tells.test(before.text() + part.text())) {
                ids.add(before.id());
                ids.add(part.id());
            }
            before = part;
        }
    }
}
