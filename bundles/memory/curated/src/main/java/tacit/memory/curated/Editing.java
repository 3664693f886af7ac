package tacit.memory.curated;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;

/** Does edits that the gate let pass, one after the other in each workspace. Thread-safe. */
final class Editing {

    private final MemoryStore store;
    private final Entries entries;
    private final Clock clock;

    Editing(MemoryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        entries = new Entries(store);
    }

    /**
     * What became of an edit.
     *
     * @param entry as it is now
     * @param superseded ids of those that no longer hold since
     */
    record Done(MemoryRecord entry, List<String> superseded) {}

    Done apply(Edit edit) {
        return switch (edit.act()) {
            case ADD, UPSERT -> add(edit, Objects.requireNonNull(edit.kind()), content(edit));
            case REPLACE -> replace(edit, entry(edit), content(edit));
            case REMOVE ->
                new Done(change(edit, entry(edit), MemoryChange.NONE.withState(MemoryState.ARCHIVED)), List.of());
        };
    }

    private Done add(Edit edit, String kind, String content) {
        List<MemoryRecord> beside = entries.beside(edit);
        List<MemoryRecord> against = against(edit, beside, "", kind, content);
        MemoryDraft draft = draft(edit, kind, content);
        Optional<MemoryRecord> yielding = yielding(edit, same(beside, "", kind, content), against);
        if (yielding.isPresent()) {
            String first = yielding.get().id();
            MemoryRecord entry = store.supersede(edit.scope(), first, draft);
            return new Done(
                    entry,
                    ended(
                            edit,
                            first,
                            against.stream()
                                    .filter(other -> !other.id().equals(first))
                                    .toList()));
        }
        MemoryStore.Stored stored = store.add(draft);
        MemoryRecord entry = stored.added() ? stored.record() : confirmed(edit, stored.record());
        return new Done(entry, ended(edit, null, against));
    }

    /** The entry whose place the new one takes: one that says the same on less trusted words, or the first against it. */
    private static Optional<MemoryRecord> yielding(Edit edit, Optional<MemoryRecord> same, List<MemoryRecord> against) {
        return same.isPresent()
                ? same.filter(entry -> edit.lane().compareTo(entry.lane()) < 0)
                : against.stream().findFirst();
    }

    private static Optional<MemoryRecord> same(List<MemoryRecord> beside, String but, String kind, String content) {
        return beside.stream()
                .filter(entry -> !entry.id().equals(but)
                        && entry.kind().equals(kind)
                        && Texts.normal(entry.text()).equals(Texts.normal(content)))
                .findFirst();
    }

    private MemoryRecord confirmed(Edit edit, MemoryRecord entry) {
        MemoryChange again = MemoryChange.NONE
                .confirmed(now(), Math.max(entry.confidence(), edit.confidence()))
                .withEvidence(edit.evidence());
        return change(edit, entry, again);
    }

    private Done replace(Edit edit, MemoryRecord entry, String content) {
        List<MemoryRecord> beside = entries.beside(edit);
        List<MemoryRecord> against = against(edit, beside, entry.id(), entry.kind(), content);
        same(beside, entry.id(), entry.kind(), content).ifPresent(other -> {
            throw new IllegalArgumentException(
                    "content must not be what another entry says, got that of '" + other.id() + "'");
        });
        MemoryRecord replaced = edit.lane() != entry.lane()
                // The words of an agent never stand under the name of a user, nor those of a user under an agent's: the
                // new text is an entry of its own.
                ? store.supersede(edit.scope(), entry.id(), draft(edit, entry.kind(), content))
                : change(
                        edit,
                        entry,
                        MemoryChange.NONE
                                .withText(content, Texts.key(edit.target(), entry.kind(), content))
                                .confirmed(now(), Math.max(entry.confidence(), edit.confidence()))
                                .withEvidence(edit.evidence()));
        return new Done(replaced, ended(edit, null, against));
    }

    /** Entries that say something else about the same thing; one that a user stated yields to a user only. */
    private static List<MemoryRecord> against(
            Edit edit, List<MemoryRecord> beside, String but, String kind, String content) {
        List<MemoryRecord> against = beside.stream()
                .filter(entry ->
                        !entry.id().equals(but) && Conflicts.between(entry.kind(), entry.text(), kind, content))
                .toList();
        for (MemoryRecord entry : against) {
            if (edit.lane().compareTo(entry.lane()) > 0 && entry.lane() == TrustLane.STATEMENT) {
                throw new IllegalArgumentException("content must not contradict entry '" + entry.id()
                        + "', which a user stated: replace that one by its id");
            }
        }
        return against;
    }

    private List<String> ended(Edit edit, @Nullable String first, List<MemoryRecord> others) {
        List<String> ended = new ArrayList<>();
        if (first != null) {
            ended.add(first);
        }
        Instant end = now();
        for (MemoryRecord other : others) {
            MemoryChange change = MemoryChange.NONE.withState(MemoryState.SUPERSEDED);
            change(
                    edit,
                    other,
                    new MemoryChange(
                            null, null, null, null, change.state(), end, null, null, List.of(), change.attributes()));
            ended.add(other.id());
        }
        return ended;
    }

    private MemoryRecord change(Edit edit, MemoryRecord entry, MemoryChange change) {
        return store.change(edit.scope(), entry.id(), change)
                .orElseThrow(() ->
                        new IllegalArgumentException("id must name an entry, got '" + entry.id() + "', which is gone"));
    }

    private MemoryRecord entry(Edit edit) {
        String id = Objects.requireNonNullElse(edit.id(), "");
        return entries.find(edit, id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "id must name an entry of this workspace and target, got '" + id + "'"));
    }

    private static MemoryDraft draft(Edit edit, String kind, String content) {
        return new MemoryDraft(
                edit.workspaceId(),
                Entries.LAYER,
                kind,
                Texts.word(edit.target()),
                content,
                edit.reach(),
                edit.visibility(),
                edit.lane(),
                edit.evidence(),
                edit.confidence(),
                null,
                null,
                Texts.key(edit.target(), kind, content),
                Entries.of(edit.target()));
    }

    private static String content(Edit edit) {
        String content = edit.content();
        if (content == null || content.isBlank()) {
            throw new IllegalArgumentException(
                    "content must be given to " + edit.act().word() + " an entry");
        }
        return content;
    }

    private Instant now() {
        return clock.instant();
    }
}
