package tacit.runtime.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tacit.api.event.Event;
import tacit.api.event.Events;
import tacit.api.store.Scope;

/** Hears all news and forgets none; it tells nobody further. Thread-safe. */
public final class HeardEvents implements Events {

    private final List<Event> heard = new CopyOnWriteArrayList<>();

    /** What was told, in its order, as {@code kind subject {facts}} with the facts in the order of their names. */
    public List<String> lines() {
        return heard.stream()
                .map(event -> event.kind() + " " + event.subject() + " " + new TreeMap<>(event.facts()))
                .toList();
    }

    /** What was told, in its order. */
    public List<Event> events() {
        return new ArrayList<>(heard);
    }

    @Override
    public void tell(Scope scope, String kind, String subject, Map<String, String> facts) {
        heard.add(new Event(heard.size() + 1L, kind, scope, false, subject, facts, Instant.EPOCH));
    }

    @Override
    public void tellAll(String kind, String subject, Map<String, String> facts) {
        heard.add(new Event(heard.size() + 1L, kind, Scope.ofDefaultWorkspace(), true, subject, facts, Instant.EPOCH));
    }

    @Override
    public long latest() {
        return heard.size();
    }

    @Override
    public long oldest() {
        return 1;
    }

    @Override
    public List<Event> after(Scope scope, long sequence, int limit) {
        return heard.stream()
                .filter(event -> event.sequence() > sequence)
                .limit(limit)
                .toList();
    }

    @Override
    public Following follow(Scope scope, Consumer<Event> listener) {
        return () -> {};
    }
}
