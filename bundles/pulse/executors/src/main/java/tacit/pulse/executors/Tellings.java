package tacit.pulse.executors;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.execute.Execution;
import tacit.api.execute.ExecutionListener;
import tacit.api.store.Database;

/** Tells listeners how work ended until each has heard it; what they heard is kept under the names of their classes. Thread-safe. */
@Component(service = Tellings.class)
public final class Tellings {

    private static final Logger log = LoggerFactory.getLogger(Tellings.class);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final List<ExecutionListener> listeners = new CopyOnWriteArrayList<>();

    /** The store is asked for, so that its tables are there. */
    @Activate
    public Tellings(@Reference Database database, @Reference StoredExecutions store) {
        this.database = database;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(ExecutionListener listener) {
        listeners.add(listener);
    }

    public void removeListener(ExecutionListener listener) {
        listeners.remove(listener);
    }

    /** Tells each what it has not heard; whether more is to come. */
    boolean tell() {
        boolean more = false;
        for (ExecutionListener listener : listeners) {
            String name = listener.getClass().getName();
            List<Endings.Untold> untold = database.read(session -> new Endings(session).untold(name, AT_ONCE));
            for (Endings.Untold end : untold) {
                boolean heard = tell(listener, end);
                database.write(session -> {
                    new Endings(session).told(name, end, heard);
                    return true;
                });
            }
            more |= untold.stream().filter(end -> end.sequence() >= 0).count() == AT_ONCE;
        }
        return more;
    }

    private boolean tell(ExecutionListener listener, Endings.Untold end) {
        Optional<Execution> execution = database.read(session -> new ExecutionRows(session).find(end.executionId()));
        try {
            execution.ifPresent(listener::ended);
            return true;
        } catch (RuntimeException e) {
            log.warn(
                    "'{}' did not take the end of execution '{}'; it is told again",
                    listener.getClass().getName(),
                    end.executionId(),
                    e);
            return false;
        }
    }
}
