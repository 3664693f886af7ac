package tacit.memory.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryCopies;
import tacit.api.memory.MemoryRecord;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchIndex;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;

/**
 * Somebody who is told of changes, under a name that outlives the process. Thread-safe.
 *
 * @param name by which it is known
 * @param atOnce how many changes it is told of at once
 * @param telling takes them; what it does not throw for is done
 * @param quoting is asked for quotes afterwards
 */
record Listener(String name, int atOnce, Telling telling, Quoting quoting) {

    Listener(String name, int atOnce, Telling telling) {
        this(name, atOnce, telling, said -> 0);
    }

    private static final int AT_ONCE = 100;

    /** What is done with changes of which each is as it is now. */
    @FunctionalInterface
    interface Telling {

        /** Answers how many copies it changed. */
        long tell(List<Events.Event> events, Function<Events.Event, List<MemoryRecord>> now);
    }

    /** What takes quotes of texts back, by workspace. */
    @FunctionalInterface
    interface Quoting {

        /** Answers how many texts it changed. */
        long forget(Map<String, Set<String>> said);
    }

    /** Someone who keeps texts of memories in a form of their own. */
    static Listener of(MemoryCopies copies) {
        return each("copies/" + copies.name(), (event, now) -> {
            if (event.isClearing()) {
                copies.cleared(event.scope());
            } else if (event.removed() != null) {
                copies.removed(List.of(event.removed()));
                return 1;
            } else if (!now.isEmpty()) {
                copies.changed(now);
            }
            return 0;
        });
    }

    /**
     * The index, which finds what is active. Whoever is cleared leaves no byte in its files; after other deletions it
     * purges by itself, once for all of some time.
     */
    static Listener of(SearchIndex index) {
        return new Listener("index", AT_ONCE, (events, now) -> tell(index, events, now));
    }

    private static long tell(
            SearchIndex index, List<Events.Event> events, Function<Events.Event, List<MemoryRecord>> now) {
        List<SearchDocument> found = new ArrayList<>();
        Map<String, Set<String>> gone = new TreeMap<>();
        boolean cleared = false;
        long removed = 0;
        for (Events.Event event : events) {
            List<MemoryRecord> active = event.isClearing() ? List.of() : MemoryDocuments.findable(now.apply(event));
            active.forEach(memory -> found.add(MemoryDocuments.document(memory)));
            cleared |= event.isClearing();
            if (active.isEmpty() && !event.isClearing()) {
                gone.computeIfAbsent(event.workspaceId(), workspace -> new LinkedHashSet<>())
                        .add(MemoryDocuments.id(event.memoryId()));
                removed += event.removed() == null ? 0 : 1;
            }
        }
        if (!found.isEmpty()) {
            index.put(found);
        }
        gone.forEach(index::delete);
        if (cleared) {
            index.purge();
        }
        return removed;
    }

    /** Someone who keeps what memories were made from: told of many at once, as it looks through all that it has. */
    static Listener of(EvidenceTexts texts) {
        Quoting quoting = said -> Quotes.forget(texts, said);
        return new Listener("evidence/" + texts.name(), AT_ONCE, (events, now) -> tell(texts, events), quoting);
    }

    private static long tell(EvidenceTexts texts, List<Events.Event> events) {
        long changed = 0;
        for (String workspace : new LinkedHashSet<>(
                events.stream().map(Events.Event::workspaceId).toList())) {
            changed += forget(
                    texts,
                    Scope.ofWorkspace(workspace),
                    events.stream()
                            .filter(event -> event.workspaceId().equals(workspace))
                            .toList());
        }
        return changed;
    }

    private static long forget(EvidenceTexts texts, Scope workspace, List<Events.Event> events) {
        Set<String> spans = new HashSet<>();
        Set<String> words = new LinkedHashSet<>();
        for (Events.Event event : events) {
            MemoryRecord removed = event.removed();
            if (removed != null && event.withEvidence()) {
                spans.addAll(spans(removed));
                words.addAll(Worded.of(removed));
            }
        }
        long changed = words.isEmpty() && spans.isEmpty() ? 0 : texts.forget(workspace, spans, words);
        for (Scope cleared : new LinkedHashSet<>(events.stream()
                .filter(Events.Event::isClearing)
                .map(Events.Event::scope)
                .toList())) {
            changed += cleared.userId() == null ? texts.forgetWorkspace(cleared) : texts.forgetUser(cleared);
        }
        return changed;
    }

    private static List<String> spans(MemoryRecord memory) {
        List<String> spans = new ArrayList<>();
        for (Evidence evidence : memory.evidence()) {
            if (evidence.kind() == Evidence.Kind.SPAN) {
                spans.add(evidence.id());
            }
        }
        return spans;
    }

    /** Takes one change. */
    private interface One {
        long tell(Events.Event event, List<MemoryRecord> now);
    }

    private static Listener each(String name, One one) {
        return new Listener(name, AT_ONCE, (events, now) -> events.stream()
                .mapToLong(event -> one.tell(event, now.apply(event)))
                .sum());
    }
}
