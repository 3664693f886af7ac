package tacit.surface.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

/** Answers with one signal, and keeps what was asked. */
final class ListSignals implements Signals {

    final List<SignalDraft> told = new ArrayList<>();
    final List<String> dismissed = new ArrayList<>();
    Set<SignalFamily> interests = EnumSet.of(SignalFamily.MENTIONS);

    @Nullable
    Filter asked;

    static Signal signal(String reason) {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        return new Signal(
                "s1",
                "p1",
                "home",
                SignalFamily.MENTIONS,
                SignalSource.API,
                "f",
                Urgency.HIGH,
                .5,
                now.plusSeconds(60),
                List.of(),
                3,
                now,
                now,
                reason,
                Map.of(),
                null,
                0);
    }

    @Override
    public List<Receipt> submit(List<SignalDraft> drafts) {
        told.addAll(drafts);
        return List.of(new Receipt(List.of(signal(String.valueOf(drafts.get(0).reason()))), 0));
    }

    @Override
    public List<Signal> open(String profileId, int limit) {
        return List.of(signal("A question"));
    }

    @Override
    public List<FamilyCount> families(String profileId) {
        return List.of(new FamilyCount(SignalFamily.MENTIONS, 2, 7, .7));
    }

    @Override
    public Optional<Signal> find(String id) {
        return Optional.of(signal("A question"));
    }

    @Override
    public List<Fate> fates(List<String> ids) {
        return ids.stream()
                .map(id -> new Fate(id, State.OPEN, null, null, null))
                .toList();
    }

    @Override
    public Page<Signal> list(Filter filter, PageRequest page) {
        asked = filter;
        return new Page<>(List.of(signal("A question")), 0, 1);
    }

    @Override
    public Set<String> consume(List<Signal> seen, String by) {
        return Set.of();
    }

    @Override
    public boolean dismiss(String id, String by, String reason) {
        dismissed.add(id + " " + by + " " + reason);
        return id.equals("s1");
    }

    @Override
    public Deferral defer(String profileId, List<Signal> seen, String reason, Instant until) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Deferral> deferral(String profileId) {
        return profileId.equals("p1")
                ? Optional.of(new Deferral("p1", "foreground_active", "mentions: 1", List.of("s1"), 3, Instant.EPOCH))
                : Optional.empty();
    }

    @Override
    public Optional<Deferral> resume(String profileId) {
        return Optional.empty();
    }

    @Override
    public Set<SignalFamily> interests(String profileId) {
        return interests;
    }

    @Override
    public void interest(String profileId, Set<SignalFamily> families, String by) {
        interests = families;
    }

    @Override
    public int prune(Instant before) {
        return 0;
    }

    @Override
    public AutoCloseable follow(Listener listener) {
        return () -> {};
    }
}
