package tacit.surface.settings;

import java.util.Map;
import java.util.concurrent.Callable;

/** A part of a host that answers with its settings, and does not take every number. */
public final class Part implements Callable<String> {

    private static final int UNLUCKY = 13;

    private String words = "";

    /** As the component's description names it. */
    public void activate(Map<String, Object> settings) {
        Object limit = settings.getOrDefault("limit", 1);
        if (Integer.parseInt(String.valueOf(limit)) == UNLUCKY) {
            throw new IllegalArgumentException("limit must not be 13");
        }
        words = limit + " " + settings.get("mode");
    }

    @Override
    public String call() {
        return words;
    }
}
