package tacit.pulse.triggers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Signals;
import tacit.api.pulse.Urgency;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** A ledger in memory that merges by fingerprint, and can fail before or after it keeps what it is told. */
final class FakeSignals implements Signals {

    final List<Signal> kept = new ArrayList<>();
    boolean failsBefore;
    boolean failsAfter;
    boolean refuses;

    @Override
    public List<Receipt> submit(List<SignalDraft> drafts) {
        if (failsBefore) {
            throw new IllegalStateException("The ledger is closed");
        }
        if (refuses) {
            throw new IllegalArgumentException("No profile 'p9'");
        }
        drafts.forEach(this::keep);
        if (failsAfter) {
            throw new IllegalStateException("Gone before it could answer");
        }
        return drafts.stream().map(draft -> new Receipt(List.of(), 0)).toList();
    }

    @Override
    public List<Fate> fates(List<String> ids) {
        return List.of();
    }

    private void keep(SignalDraft draft) {
        String fingerprint = Objects.requireNonNull(draft.fingerprint());
        Signal there = kept.stream()
                .filter(signal -> signal.fingerprint().equals(fingerprint))
                .findFirst()
                .orElse(null);
        kept.remove(there);
        Set<String> evidence = new LinkedHashSet<>(there == null ? List.of() : there.evidence());
        evidence.addAll(draft.evidence());
        kept.add(new Signal(
                "s" + kept.size(),
                draft.profileId() == null ? "everybody" : draft.profileId(),
                draft.workspaceId(),
                draft.family(),
                draft.source(),
                fingerprint,
                draft.urgency() == null ? Urgency.LOW : draft.urgency(),
                draft.confidence() == null ? .5 : draft.confidence(),
                Instant.MAX,
                List.copyOf(evidence),
                there == null ? 1 : there.mergedCount() + 1,
                Instant.EPOCH,
                Instant.EPOCH,
                draft.reason(),
                draft.payload(),
                draft.origin(),
                0));
    }

    /** How often anything was told. */
    int told() {
        return kept.stream().mapToInt(Signal::mergedCount).sum();
    }

    List<String> reasons() {
        return kept.stream().map(signal -> String.valueOf(signal.reason())).toList();
    }

    @Override
    public Page<Signal> list(Filter filter, PageRequest page) {
        List<Signal> found = kept.stream()
                .filter(signal -> filter.family() == null || signal.family() == filter.family())
                .filter(signal -> Objects.equals(signal.workspaceId(), filter.workspaceId()))
                .toList();
        return new Page<>(found, page.offset(), found.size());
    }

    @Override
    public List<Signal> open(String profileId, int limit) {
        return kept;
    }

    @Override
    public List<FamilyCount> families(String profileId) {
        return List.of();
    }

    @Override
    public Optional<Signal> find(String id) {
        return Optional.empty();
    }

    @Override
    public Set<String> consume(List<Signal> seen, String by) {
        return Set.of();
    }

    @Override
    public boolean dismiss(String id, String by, String reason) {
        return false;
    }

    @Override
    public Deferral defer(String profileId, List<Signal> seen, String reason, Instant until) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Deferral> deferral(String profileId) {
        return Optional.empty();
    }

    @Override
    public Optional<Deferral> resume(String profileId) {
        return Optional.empty();
    }

    @Override
    public Set<SignalFamily> interests(String profileId) {
        return Set.of();
    }

    @Override
    public void interest(String profileId, Set<SignalFamily> families, String by) {}

    @Override
    public int prune(Instant before) {
        return 0;
    }

    @Override
    public AutoCloseable follow(Listener listener) {
        throw new UnsupportedOperationException(Map.of().toString());
    }
}
