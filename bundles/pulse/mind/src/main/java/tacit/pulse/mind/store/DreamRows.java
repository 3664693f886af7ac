package tacit.pulse.mind.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionDesk.BrainMemory;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** What dreams made of journals. Confined to one transaction. */
public final class DreamRows {

    private final Session session;

    public DreamRows(Session session) {
        this.session = session;
    }

    /** A journal summed up. Immutable. */
    public record Dream(
            String id,
            String profileId,
            @Nullable String workspaceId,
            String targetKey,
            List<String> digest,
            List<String> proposals,
            List<BrainMemory> memories,
            Instant at) {}

    public void add(Dream dream) {
        @Nullable
        Object[] row = {
            dream.id(),
            dream.profileId(),
            dream.workspaceId(),
            dream.targetKey(),
            Lists.text(dream.digest()),
            Lists.text(dream.proposals()),
            dream.at()
        };
        session.insertAbsent(
                "mind_dreams",
                List.of("id", "profile_id", "workspace_id", "target_key", "digest", "proposals", "created_at"),
                Collections.singletonList(row));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (BrainMemory memory : dream.memories()) {
            rows.add(new @Nullable Object[] {
                dream.id(),
                (long) rows.size(),
                dream.profileId(),
                dream.targetKey(),
                memory.bucket(),
                memory.text(),
                memory.confidence(),
                memory.at()
            });
        }
        if (!rows.isEmpty()) {
            session.insertAbsent(
                    "mind_memories",
                    List.of(
                            "dream_id",
                            "place",
                            "profile_id",
                            "target_key",
                            "bucket",
                            "words",
                            "confidence",
                            "created_at"),
                    rows);
        }
    }

    /** When a target was last dreamt about, or all of a profile for null. */
    public Optional<Instant> last(String profile, @Nullable String target) {
        return session
                .select(
                        "SELECT created_at FROM mind_dreams WHERE profile_id = ?"
                                + (target == null ? "" : " AND target_key = ?") + " ORDER BY created_at DESC LIMIT 1",
                        row -> row.time("created_at"),
                        target == null ? new Object[] {profile} : new Object[] {profile, target})
                .stream()
                .findFirst();
    }

    /** The newest dream of a target. */
    public Optional<Dream> newest(String profile, String target) {
        return session
                .select(
                        "SELECT * FROM mind_dreams WHERE profile_id = ? AND target_key = ?"
                                + " ORDER BY created_at DESC LIMIT 1",
                        this::dream,
                        profile,
                        target)
                .stream()
                .findFirst();
    }

    public List<BrainMemory> memories(String profile, @Nullable String target, int limit) {
        List<Object> values = new ArrayList<>(List.of(profile));
        if (target != null) {
            values.add(target);
        }
        values.add(limit);
        return session.select(
                "SELECT * FROM mind_memories WHERE profile_id = ?" + (target == null ? "" : " AND target_key = ?")
                        + " ORDER BY created_at DESC, place LIMIT ?",
                DreamRows::memory,
                values.toArray());
    }

    private Dream dream(Row row) {
        return new Dream(
                row.text("id"),
                row.text("profile_id"),
                row.optionalText("workspace_id").orElse(null),
                row.text("target_key"),
                Lists.list(row.text("digest")),
                Lists.list(row.text("proposals")),
                List.of(),
                row.time("created_at"));
    }

    private static BrainMemory memory(Row row) {
        return new BrainMemory(
                row.text("target_key"),
                row.text("bucket"),
                row.text("words"),
                row.real("confidence"),
                row.time("created_at"));
    }
}
