package tacit.memory.profile;

import java.util.List;
import java.util.TreeMap;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Scope;

/** Changes facts by hand. */
final class Edits {

    private Edits() {}

    /** The stored fact with other words; what cannot hold beside it, or says the same, becomes history. */
    static MemoryRecord replace(MemoryStore store, Facts facts, Scope scope, MemoryRecord stored, NewFact changed) {
        Scope own = new Scope(scope.workspaceId(), changed.userId());
        List<MemoryRecord> rivals = facts.all(own).stream()
                .filter(fact -> !fact.id().equals(stored.id()))
                .filter(fact -> Facts.slot(fact).contradicts(changed.slot()) || sameWords(fact, changed))
                .toList();
        rivals.forEach(rival -> store.change(own, rival.id(), Facts.ended(changed.statedAt())));
        TreeMap<String, String> attributes = changed.attributes();
        attributes.putIfAbsent("slot", "");
        attributes.put(Facts.QUESTION, "");
        MemoryChange change = MemoryChange.NONE
                .withText(changed.fact().text(), changed.key())
                .withKind(changed.kind())
                .confirmed(changed.statedAt(), changed.confidence())
                .withEvidence(changed.evidence())
                .withAttributes(attributes);
        return store.change(scope, stored.id(), change).orElse(stored);
    }

    private static boolean sameWords(MemoryRecord fact, NewFact changed) {
        return fact.kind().equals(changed.kind())
                && fact.text().equalsIgnoreCase(changed.fact().text());
    }
}
