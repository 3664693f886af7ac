package tacit.memory.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.store.Session;

/**
 * Remembers what was deleted by digests alone, so that nothing queued brings it back: a draft that says the same, or has the
 * same key, on the word of deleted memories' evidence only, is refused. The same said again somewhere else is a new memory.
 * Confined to one transaction.
 */
final class Tombstones {

    private final Session session;

    Tombstones(Session session) {
        this.session = session;
    }

    void keep(StoredMemory stored, Instant now) {
        MemoryRecord memory = stored.memory();
        session.insertAbsent(
                "memory_tombstones",
                List.of("memory_id", "workspace_id", "text_sha256", "deleted_at"),
                Collections.singletonList(
                        new @Nullable Object[] {memory.id(), memory.workspaceId(), Digests.sha256(memory.text()), now
                        }));
        Set<String> said = new HashSet<>();
        said.add(said(memory.workspaceId(), memory.layer(), memory.scope(), memory.text()));
        if (stored.keyDigest() != null) {
            said.add(stored.keyDigest());
        }
        List<@Nullable Object[]> marks = new ArrayList<>();
        for (String what : said) {
            for (Evidence evidence : memory.evidence()) {
                marks.add(new @Nullable Object[] {Digests.mark(what, evidence), memory.id()});
            }
        }
        session.insertAbsent("memory_tombstone_marks", List.of("mark", "memory_id"), marks);
    }

    /** Refuses a draft that would bring back what was deleted. */
    void check(MemoryDraft draft) {
        String text = said(draft.workspaceId(), draft.layer(), draft.scope(), draft.text());
        boolean known = draft.evidence().stream().allMatch(evidence -> marked(text, evidence));
        String key = draft.key();
        if (!known && key != null) {
            String digest = Digests.key(draft.workspaceId(), draft.layer(), draft.scope(), key);
            known = draft.evidence().stream().allMatch(evidence -> marked(digest, evidence));
        }
        if (known) {
            throw new IllegalArgumentException("draft must not bring back a deleted memory of layer '" + draft.layer()
                    + "': all of its evidence is that of the deleted one");
        }
    }

    private boolean marked(String said, Evidence evidence) {
        return !session.select(
                        "SELECT mark FROM memory_tombstone_marks WHERE mark = ? LIMIT 1",
                        row -> row.text("mark"),
                        Digests.mark(said, evidence))
                .isEmpty();
    }

    private static String said(String workspaceId, String layer, MemoryScope scope, String text) {
        return Digests.brief("text", workspaceId, layer, scope.reach().name(), scope.id(), text);
    }
}
