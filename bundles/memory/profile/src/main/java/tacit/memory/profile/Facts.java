package tacit.memory.profile;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.UserProfile;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** The stored facts: which hold, which are in question, and how a new one meets them. Immutable. */
final class Facts {

    /** The most facts of one user. */
    static final int MOST = 250;

    /** Names the other fact of a pair of which nobody knows which one holds. */
    static final String QUESTION = "question";

    /** Pinned ones first, then by confidence, then those changed last. */
    static final Comparator<MemoryRecord> ORDER = Comparator.comparing(Facts::pinned)
            .thenComparing(MemoryRecord::confidence)
            .thenComparing(MemoryRecord::updatedAt)
            .reversed()
            .thenComparing(MemoryRecord::id);

    private final MemoryStore store;

    Facts(MemoryStore store) {
        this.store = store;
    }

    static boolean pinned(MemoryRecord fact) {
        return fact.attribute("pinned").orElse("").equals("true");
    }

    static FactSlot slot(MemoryRecord fact) {
        return new FactSlot(
                fact.attribute("slot").orElse(""),
                fact.attribute("value").orElse(""),
                !fact.attribute("positive").orElse("true").equals("false"));
    }

    /** All active facts of a scope, in their order. */
    List<MemoryRecord> all(Scope scope) {
        MemoryFilter filter = MemoryFilter.active(UserProfile.LAYER);
        MemoryFilter own = scope.user()
                .map(user -> filter.withScope(MemoryScope.ofUser(user)))
                .orElse(filter);
        return store.list(scope, own, PageRequest.first(PageRequest.MAX_LIMIT)).rows().stream()
                .sorted(ORDER)
                .toList();
    }

    /** Those of which it is known that they hold. */
    List<MemoryRecord> certain(Scope scope) {
        return all(scope).stream()
                .filter(fact -> fact.attribute(QUESTION).isEmpty())
                .toList();
    }

    /** Stores a fact: it confirms what says the same, and takes the place of what cannot hold beside it. */
    MemoryRecord put(NewFact fact) {
        Scope scope = new Scope(fact.fact().workspaceId(), fact.userId());
        List<MemoryRecord> known = all(scope);
        Optional<MemoryRecord> same =
                known.stream().filter(each -> same(each, fact)).findFirst();
        List<MemoryRecord> rivals = known.stream()
                .filter(each -> slot(each).contradicts(fact.slot()))
                .toList();
        MemoryRecord stored;
        if (same.isPresent()) {
            stored = confirm(scope, same.get(), fact);
            settle(scope, rivals, stored, fact);
        } else {
            stored = rivals.isEmpty() ? store.add(fact.draft()).record() : replace(scope, rivals, fact);
        }
        trim(scope);
        return stored;
    }

    private static boolean same(MemoryRecord stored, NewFact fact) {
        boolean words = stored.kind().equals(fact.kind())
                && stored.text().equalsIgnoreCase(fact.fact().text());
        return words || (!fact.slot().name().isEmpty() && slot(stored).agrees(fact.slot()));
    }

    private MemoryRecord confirm(Scope scope, MemoryRecord stored, NewFact fact) {
        boolean later = !fact.statedAt().isBefore(stated(stored));
        TreeMap<String, String> attributes = later ? fact.attributes() : new TreeMap<>();
        attributes.remove("slot");
        if (pinned(stored)) {
            attributes.remove("pinned");
        }
        MemoryChange change = MemoryChange.NONE
                .confirmed(
                        later ? fact.statedAt() : stored.confirmedAt(),
                        Math.max(stored.confidence(), fact.confidence()))
                .withEvidence(fact.evidence())
                .withAttributes(attributes);
        return store.change(scope, stored.id(), change).orElse(stored);
    }

    /** What was said again holds: the other side of a question becomes history. */
    private void settle(Scope scope, List<MemoryRecord> rivals, MemoryRecord stored, NewFact fact) {
        boolean decides = rivals.stream().allMatch(rival -> wins(fact, rival));
        if (decides && !rivals.isEmpty()) {
            rivals.forEach(rival -> store.change(scope, rival.id(), ended(fact.statedAt())));
            store.change(scope, stored.id(), asked(""));
        }
    }

    private MemoryRecord replace(Scope scope, List<MemoryRecord> rivals, NewFact fact) {
        if (rivals.stream().allMatch(rival -> wins(fact, rival))) {
            MemoryRecord stored = store.supersede(scope, rivals.get(0).id(), fact.draft());
            rivals.stream().skip(1).forEach(rival -> store.change(scope, rival.id(), ended(fact.statedAt())));
            return stored;
        }
        MemoryRecord rival =
                rivals.stream().filter(each -> !wins(fact, each)).findFirst().orElseThrow();
        if (fact.statedAt().isBefore(stated(rival))) {
            return rival;
        }
        MemoryRecord stored = store.add(fact.draft()).record();
        store.change(scope, rival.id(), asked(stored.id()));
        return store.change(scope, stored.id(), asked(rival.id())).orElse(stored);
    }

    /** What is said later, or entered by hand, takes the place of what was said; at the same time neither does. */
    private static boolean wins(NewFact fact, MemoryRecord rival) {
        return fact.byHand() || fact.statedAt().isAfter(stated(rival));
    }

    private static Instant stated(MemoryRecord fact) {
        return fact.attribute("stated").map(Instant::parse).orElse(fact.createdAt());
    }

    static MemoryChange ended(Instant at) {
        MemoryChange ended = new MemoryChange(
                null, null, null, null, MemoryState.SUPERSEDED, at, null, null, List.of(), new TreeMap<>());
        return ended.withAttributes(new TreeMap<>(Map.of(QUESTION, "")));
    }

    private static MemoryChange asked(String other) {
        return MemoryChange.NONE.withAttributes(new TreeMap<>(Map.of(QUESTION, other)));
    }

    private void trim(Scope scope) {
        List<MemoryRecord> facts = all(scope);
        facts.stream()
                .skip(MOST)
                .forEach(fact -> store.change(scope, fact.id(), MemoryChange.NONE.withState(MemoryState.ARCHIVED)));
    }
}
