package tacit.memory.external;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryStep;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Scope;

/** Finds what is new in archives; what was captured while nobody looked stays here. Confined to one thread. */
final class Looks {

    /** What is written together becomes visible together, not in the order of its times. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final Duration KEPT_EVERY = Duration.ofMinutes(5);

    /** A restart fits in; of a longer absence nobody knows whether copies were wanted. */
    private static final Duration LONGEST_GAP = Duration.ofMinutes(10);

    private static final int AT_ONCE = 200;

    /**
     * An archive and who looks through it.
     *
     * @param provider for which memory outside
     * @param workspaceId whose archive
     */
    private record Place(String provider, String workspaceId) {}

    private final Copies copies;
    private final MemoryStore store;
    private final Clock clock;
    private final Map<Place, Instant> begun = new HashMap<>();
    private final Map<Place, Instant> looked = new HashMap<>();
    private final Map<Place, Instant> kept = new HashMap<>();
    private final Set<String> off = new HashSet<>();

    Looks(Copies copies, MemoryStore store, Clock clock) {
        this.copies = copies;
        this.store = store;
        this.clock = clock;
    }

    /** Notes that what comes meanwhile is not copied. */
    void skip(String provider) {
        if (off.add(provider)) {
            looked.keySet().removeIf(place -> place.provider().equals(provider));
            kept.keySet().removeIf(place -> place.provider().equals(provider));
            copies.stopLooking(provider);
        }
    }

    /** Notes that what comes while a memory outside is taken out is not copied. */
    void skipAllBut(Set<String> providers) {
        looked.keySet().stream()
                .map(Place::provider)
                .filter(provider -> !providers.contains(provider))
                .collect(Collectors.toSet())
                .forEach(this::skip);
    }

    /** Notes what is new since the last look. */
    void look(String provider, String workspaceId) {
        off.remove(provider);
        Instant now = clock.instant();
        Place place = new Place(provider, workspaceId);
        Optional<Instant> before = Optional.ofNullable(looked.get(place))
                .or(() -> copies.lookedAt(provider, workspaceId))
                .filter(time -> time.isAfter(now.minus(LONGEST_GAP)));
        if (before.isPresent()) {
            add(place, from(place, before.get().minus(OVERLAP)), now);
        } else {
            begun.put(place, now);
        }
        looked.put(place, now);
        if (!kept.getOrDefault(place, Instant.MIN).isAfter(now.minus(KEPT_EVERY))) {
            copies.looked(provider, workspaceId, now);
            kept.put(place, now);
        }
    }

    private Instant from(Place place, Instant overlapping) {
        Instant begin = begun.getOrDefault(place, overlapping);
        return begin.isAfter(overlapping) ? begin : overlapping;
    }

    private void add(Place place, Instant from, Instant now) {
        Scope scope = Scope.ofWorkspace(place.workspaceId());
        MemoryFilter fresh = MemoryFilter.active(Mirrored.LAYER).within(from, null);
        String next = null;
        do {
            MemoryStep step = store.walk(scope, fresh, next, AT_ONCE);
            Map<String, String> digests = new TreeMap<>();
            step.rows().stream()
                    .filter(Mirrored::mayLeave)
                    .forEach(memory -> digests.put(memory.id(), Digest.of(memory.text())));
            copies.add(place.provider(), place.workspaceId(), digests, now);
            next = step.next();
        } while (next != null);
    }
}
