package tacit.surface.mcp;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tacit.api.event.Event;
import tacit.api.event.Events;
import tacit.api.store.Scope;

/** News that a test tells. */
final class ListEvents implements Events {

    final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void tell(Scope scope, String kind, String subject, Map<String, String> facts) {
        Event event = new Event(1, kind, scope, false, subject, facts, Instant.EPOCH);
        listeners.forEach(listener -> listener.accept(event));
    }

    @Override
    public void tellAll(String kind, String subject, Map<String, String> facts) {
        tell(Scope.ofDefaultWorkspace(), kind, subject, facts);
    }

    @Override
    public long latest() {
        return 1;
    }

    @Override
    public long oldest() {
        return 1;
    }

    @Override
    public List<Event> after(Scope scope, long sequence, int limit) {
        return List.of();
    }

    @Override
    public Following follow(Scope scope, Consumer<Event> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
