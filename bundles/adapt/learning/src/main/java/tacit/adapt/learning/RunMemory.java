package tacit.adapt.learning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import tacit.api.memory.Distillation;
import tacit.api.memory.LearningListener;
import tacit.api.memory.LearningReceipt;
import tacit.api.store.Scope;

/** Hears what was learnt of each run, and holds it until the run is reported; of too many the oldest go. Thread-safe. */
@Component(service = {LearningListener.class, RunMemory.class})
public final class RunMemory implements LearningListener {

    private static final int MOST = 1_000;

    private final Object lock = new Object();
    private final Map<String, Look> looks = new LinkedHashMap<>();

    /**
     * A look at a run.
     *
     * @param found what the distiller found
     * @param receipt what came of it
     */
    record Look(Distillation found, LearningReceipt receipt) {}

    @Override
    public void learnt(Scope scope, String traceId, Distillation found, LearningReceipt receipt) {
        synchronized (lock) {
            looks.put(key(scope, traceId), new Look(found, receipt));
            if (looks.size() > MOST) {
                looks.remove(looks.keySet().iterator().next());
            }
        }
    }

    /** The last look at a run, which is told once. */
    Optional<Look> take(Scope scope, String traceId) {
        synchronized (lock) {
            return Optional.ofNullable(looks.remove(key(scope, traceId)));
        }
    }

    private static String key(Scope scope, String traceId) {
        return scope.workspaceId() + "\n" + traceId;
    }
}
