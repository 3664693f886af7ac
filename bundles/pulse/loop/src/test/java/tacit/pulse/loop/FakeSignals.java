package tacit.pulse.loop;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Signals;
import tacit.api.pulse.Urgency;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** A ledger in memory that outlives the host of a test. */
final class FakeSignals implements Signals {

    final Map<String, Signal> open = new LinkedHashMap<>();
    final Map<String, String> consumed = new HashMap<>();
    final Map<String, Deferral> deferrals = new HashMap<>();
    final List<Listener> listeners = new ArrayList<>();
    private final Clock clock;
    private int count;

    FakeSignals(Clock clock) {
        this.clock = clock;
    }

    Signal tell(String profileId, SignalFamily family, double confidence, String reason) {
        return tell(profileId, family, confidence, reason, null);
    }

    Signal tell(String profileId, SignalFamily family, double confidence, String reason, @Nullable String origin) {
        Instant now = clock.instant();
        String fingerprint = profileId + family + reason;
        Signal before = open.values().stream()
                .filter(signal -> signal.fingerprint().equals(fingerprint))
                .findFirst()
                .orElse(null);
        String id = before == null ? "sig" + ++count : before.id();
        Signal signal = new Signal(
                id,
                profileId,
                "w1",
                family,
                SignalSource.HOOK,
                fingerprint,
                Urgency.LOW,
                confidence,
                now.plus(family.retention()),
                List.of("note:" + id),
                before == null ? 1 : before.mergedCount() + 1,
                before == null ? now : before.firstSeenAt(),
                now,
                reason,
                Map.of(),
                origin,
                0);
        open.put(id, signal);
        List.copyOf(listeners).forEach(listener -> listener.told(signal));
        return signal;
    }

    @Override
    public List<Receipt> submit(List<SignalDraft> drafts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Signal> open(String profileId, int limit) {
        return open.values().stream()
                .filter(signal -> signal.profileId().equals(profileId))
                .filter(signal -> isDeferred(signal) || signal.expiresAt().isAfter(clock.instant()))
                .sorted(Comparator.comparing(Signal::lastSeenAt).reversed().thenComparing(Signal::id))
                .limit(limit)
                .toList();
    }

    private boolean isDeferred(Signal signal) {
        Deferral deferral = deferrals.get(signal.profileId());
        return deferral != null && deferral.signalIds().contains(signal.id());
    }

    @Override
    public List<FamilyCount> families(String profileId) {
        return open(profileId, 1000).stream()
                .filter(signal -> signal.origin() == null)
                .map(signal -> new FamilyCount(signal.family(), 1, signal.mergedCount(), signal.strength()))
                .toList();
    }

    @Override
    public Optional<Signal> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    @Override
    public List<Fate> fates(List<String> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Signal> list(Filter filter, PageRequest page) {
        return new Page<>(List.copyOf(open.values()), 0, open.size());
    }

    @Override
    public Set<String> consume(List<Signal> seen, String by) {
        Set<String> ended = new HashSet<>();
        for (Signal signal : seen) {
            if (Objects.equals(open.get(signal.id()), signal)) {
                open.remove(signal.id());
                consumed.put(signal.id(), by);
                ended.add(signal.id());
            }
        }
        return ended;
    }

    @Override
    public boolean dismiss(String id, String by, String reason) {
        return open.remove(id) != null;
    }

    @Override
    public Deferral defer(String profileId, List<Signal> seen, String reason, Instant until) {
        Deferral deferral = new Deferral(
                profileId,
                reason,
                seen.size() + " wait",
                seen.stream().map(Signal::id).toList(),
                seen.size(),
                clock.instant());
        deferrals.put(profileId, deferral);
        return deferral;
    }

    @Override
    public Optional<Deferral> deferral(String profileId) {
        return Optional.ofNullable(deferrals.get(profileId));
    }

    @Override
    public Optional<Deferral> resume(String profileId) {
        Optional<Deferral> found = Optional.ofNullable(deferrals.remove(profileId));
        found.ifPresent(deferral ->
                deferral.signalIds().forEach(id -> open.computeIfPresent(id, (key, signal) -> later(signal))));
        return found;
    }

    private Signal later(Signal signal) {
        return new Signal(
                signal.id(),
                signal.profileId(),
                signal.workspaceId(),
                signal.family(),
                signal.source(),
                signal.fingerprint(),
                signal.urgency(),
                signal.confidence(),
                clock.instant().plus(signal.family().retention()),
                signal.evidence(),
                signal.mergedCount(),
                signal.firstSeenAt(),
                signal.lastSeenAt(),
                signal.reason(),
                signal.payload(),
                signal.origin(),
                1);
    }

    @Override
    public Set<SignalFamily> interests(String profileId) {
        return Set.of(SignalFamily.values());
    }

    @Override
    public void interest(String profileId, Set<SignalFamily> families, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int prune(Instant before) {
        return 0;
    }

    @Override
    public AutoCloseable follow(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
