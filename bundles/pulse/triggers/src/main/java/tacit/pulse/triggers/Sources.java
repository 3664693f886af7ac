package tacit.pulse.triggers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.harness.Role;
import tacit.api.pulse.Trigger;

/** The triggers that operators configured, and the kinds that bundles provide. Thread-safe. */
@Component(service = Sources.class)
public final class Sources {

    private static final String ROLE = "trigger/";

    private final Map<String, Trigger> kinds = new ConcurrentSkipListMap<>();
    private final Map<String, TriggerSource> sources = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<String, Object> locks = new ConcurrentHashMap<>();

    /** A facade stays while versions behind it come and go; its role says the kind. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTrigger(Trigger trigger, Map<String, ?> properties) {
        String role = String.valueOf(properties.get(Role.FACADE));
        if (role.startsWith(ROLE)) {
            kinds.put(role.substring(ROLE.length()), trigger);
        }
    }

    public void removeTrigger(Trigger trigger) {
        kinds.values().remove(trigger);
    }

    /** Of two with one id the first stays. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(TriggerSource source) {
        sources.putIfAbsent(source.id(), source);
    }

    public void removeSource(TriggerSource source) {
        sources.values().remove(source);
    }

    List<TriggerSource> all() {
        return List.copyOf(sources.values());
    }

    Optional<TriggerSource> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    Optional<Trigger> trigger(TriggerSource source) {
        return Optional.ofNullable(kinds.get(source.configuration().kind()));
    }

    List<String> kinds() {
        return List.copyOf(kinds.keySet());
    }

    /** What is held while a trigger reads: its readings come one after another. */
    Object lock(String id) {
        return locks.computeIfAbsent(id, key -> new Object());
    }
}
