package tacit.memory.record;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;

/** A memory as a change makes it. */
final class Changed {

    private Changed() {}

    static MemoryRecord by(MemoryRecord memory, MemoryChange change, Instant now) {
        return new MemoryRecord(
                memory.id(),
                memory.workspaceId(),
                memory.layer(),
                or(change.kind(), memory.kind()),
                memory.subject(),
                or(change.text(), memory.text()),
                memory.scope(),
                or(change.visibility(), memory.visibility()),
                memory.lane(),
                evidence(memory, change),
                or(change.confidence(), memory.confidence()),
                memory.validFrom(),
                change.validUntil() == null ? memory.validUntil() : change.validUntil(),
                or(change.state(), memory.state()),
                memory.supersededBy(),
                memory.uses(),
                memory.lastUsedAt(),
                or(change.confirmedAt(), memory.confirmedAt()),
                memory.createdAt(),
                now,
                attributes(memory, change));
    }

    static MemoryRecord superseded(MemoryRecord memory, String successor, Instant end, Instant now) {
        Instant until = memory.validUntil() == null || end.isBefore(memory.validUntil()) ? end : memory.validUntil();
        return new MemoryRecord(
                memory.id(),
                memory.workspaceId(),
                memory.layer(),
                memory.kind(),
                memory.subject(),
                memory.text(),
                memory.scope(),
                memory.visibility(),
                memory.lane(),
                memory.evidence(),
                memory.confidence(),
                memory.validFrom(),
                until,
                MemoryState.SUPERSEDED,
                successor,
                memory.uses(),
                memory.lastUsedAt(),
                memory.confirmedAt(),
                memory.createdAt(),
                now,
                memory.attributes());
    }

    private static <T> T or(@Nullable T changed, T before) {
        return Objects.requireNonNullElse(changed, before);
    }

    private static List<Evidence> evidence(MemoryRecord memory, MemoryChange change) {
        Set<Evidence> all = new LinkedHashSet<>(memory.evidence());
        all.addAll(change.evidence());
        return List.copyOf(all);
    }

    private static SortedMap<String, String> attributes(MemoryRecord memory, MemoryChange change) {
        SortedMap<String, String> all = new TreeMap<>(memory.attributes());
        change.attributes().forEach((name, value) -> {
            if (value.isEmpty()) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        return all;
    }
}
