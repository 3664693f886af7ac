package tacit.surface.channels;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What went wrong last in each channel, and how many deliveries were refused, since the host started. Thread-safe. */
@Component(service = Troubles.class)
public final class Troubles {

    private final Clock clock;
    private final Map<String, Trouble> last = new ConcurrentHashMap<>();
    private final Map<String, Long> refused = new ConcurrentHashMap<>();

    @Activate
    public Troubles(@Reference Clock clock) {
        this.clock = clock;
    }

    /** One of them; holds neither content nor secrets. */
    record Trouble(String words, Instant at) {}

    public void note(String channel, String words) {
        last.put(channel, new Trouble(words, clock.instant()));
    }

    public void refused(String channel, String words) {
        note(channel, words);
        refused.merge(channel, 1L, Long::sum);
    }

    Optional<Trouble> last(String channel) {
        return Optional.ofNullable(last.get(channel));
    }

    long refused(String channel) {
        return refused.getOrDefault(channel, 0L);
    }
}
