package tacit.surface.mission.view;

import io.pebbletemplates.pebble.cache.PebbleCache;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The templates that were used last, compiled; a panel's older versions fall out. Thread-safe. */
final class KeptTemplates implements PebbleCache<Object, PebbleTemplate> {

    private static final int MOST = 300;

    private final Object lock = new Object();
    private final Map<Object, PebbleTemplate> templates = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, PebbleTemplate> eldest) {
            return size() > MOST;
        }
    };

    // Compiled outside of the lock: a template that imports another one asks again
    @Override
    public PebbleTemplate computeIfAbsent(Object key, Function<? super Object, ? extends PebbleTemplate> compile) {
        PebbleTemplate known = known(key);
        if (known != null) {
            return known;
        }
        PebbleTemplate made = compile.apply(key);
        synchronized (lock) {
            templates.put(key, made);
        }
        return made;
    }

    private @Nullable PebbleTemplate known(Object key) {
        synchronized (lock) {
            return templates.get(key);
        }
    }

    @Override
    public void invalidateAll() {
        synchronized (lock) {
            templates.clear();
        }
    }
}
