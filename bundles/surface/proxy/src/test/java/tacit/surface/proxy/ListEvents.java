package tacit.surface.proxy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tacit.api.event.Event;
import tacit.api.event.Events;
import tacit.api.store.Scope;

/** Keeps what it is told. */
final class ListEvents implements Events {

    record Told(Scope scope, String kind, String subject, Map<String, String> facts) {}

    final List<Told> told = new CopyOnWriteArrayList<>();

    @Override
    public void tell(Scope scope, String kind, String subject, Map<String, String> facts) {
        told.add(new Told(scope, kind, subject, facts));
    }

    @Override
    public void tellAll(String kind, String subject, Map<String, String> facts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long latest() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long oldest() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Event> after(Scope scope, long sequence, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Following follow(Scope scope, Consumer<Event> listener) {
        throw new UnsupportedOperationException();
    }
}
