package tacit.surface.events;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.event.Event;
import tacit.api.event.Events;
import tacit.api.store.Scope;

/** Keeps the last news in memory. Thread-safe. */
@Component(service = Events.class)
@Designate(ocd = RingEvents.Config.class)
public final class RingEvents implements Events {

    private static final Logger log = LoggerFactory.getLogger(RingEvents.class);
    private static final int MOST = 1_000_000;
    private static final int MOST_FACTS = 20;
    private static final int LONGEST_FACT = 300;

    /** How much is kept. */
    @ObjectClassDefinition(name = "Tacit events")
    public @interface Config {

        @AttributeDefinition(
                name = "Kept",
                description = "How many events are kept for who comes back, in [1, 1000000]; about 300 bytes each",
                min = "1",
                max = "1000000")
        int kept() default 10_000;
    }

    private final Clock clock;
    private final Ring ring;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final AtomicLong leftOut = new AtomicLong();

    @Activate
    public RingEvents(@Reference Clock clock, Config config) {
        if (config.kept() < 1 || config.kept() > MOST) {
            throw new IllegalArgumentException("kept must be in [1, " + MOST + "], got " + config.kept());
        }
        this.clock = clock;
        this.ring = new Ring(config.kept());
    }

    @Override
    public void tell(Scope scope, String kind, String subject, Map<String, String> facts) {
        tell(scope, false, kind, subject, facts);
    }

    @Override
    public void tellAll(String kind, String subject, Map<String, String> facts) {
        tell(Scope.ofDefaultWorkspace(), true, kind, subject, facts);
    }

    private void tell(Scope scope, boolean shared, String kind, String subject, Map<String, String> facts) {
        Event event;
        try {
            Instant now = clock.instant();
            Map<String, String> bounded = bounded(facts);
            event = ring.add(sequence -> new Event(sequence, kind, scope, shared, subject, bounded, now));
        } catch (IllegalArgumentException | NullPointerException e) {
            if (leftOut.getAndIncrement() == 0) {
                log.warn("Cannot take an event of kind '{}'; further ones are only counted", kind, e);
            }
            return;
        }
        followers.forEach(follower -> follower.tell(event));
    }

    private static Map<String, String> bounded(Map<String, String> facts) {
        Map<String, String> bounded = new LinkedHashMap<>();
        facts.entrySet().stream()
                .limit(MOST_FACTS)
                .forEach(fact -> bounded.put(cut(fact.getKey()), cut(fact.getValue())));
        return bounded;
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_FACT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_FACT - 1)) ? LONGEST_FACT - 1 : LONGEST_FACT;
        return text.substring(0, end);
    }

    @Override
    public long latest() {
        return ring.latest();
    }

    @Override
    public long oldest() {
        return ring.oldest();
    }

    @Override
    public List<Event> after(Scope scope, long sequence, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, got " + limit);
        }
        return ring.after(sequence, limit, event -> Sight.sees(scope, event));
    }

    @Override
    public long leftOut() {
        return leftOut.get();
    }

    @Override
    public Following follow(Scope scope, Consumer<Event> listener) {
        Follower follower = new Follower(scope, listener);
        followers.add(follower);
        return () -> followers.remove(follower);
    }
}
