package tacit.runtime.launcher.framework;

import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a host listens on this machine; 0 takes any free port. Immutable.
 *
 * @param api of the API
 * @param otlp of OTLP exporters
 */
public record Ports(int api, int otlp) {

    private static final String API = "api.port";
    private static final String OTLP = "otlp.port";
    private static final int LAST = 65_535;

    /** Those of a host that nobody told otherwise. */
    static final Map<String, String> USUAL = Map.of(API, "7717", OTLP, "4318");

    /**
     * Those that one start was asked for. Immutable.
     *
     * @param api of the API; none where the settings say it
     * @param otlp of OTLP exporters; none where the settings say it
     */
    public record Asked(OptionalInt api, OptionalInt otlp) {

        /** Nothing: the settings say it all. */
        public static final Asked NOTHING = new Asked(OptionalInt.empty(), OptionalInt.empty());

        SortedMap<String, String> settings() {
            SortedMap<String, String> settings = new TreeMap<>();
            api.ifPresent(port -> settings.put(API, String.valueOf(port)));
            otlp.ifPresent(port -> settings.put(OTLP, String.valueOf(port)));
            return settings;
        }
    }

    /** Out of settings, or the usual ones. */
    static Ports of(Map<String, String> settings) {
        return new Ports(port(settings, API), port(settings, OTLP));
    }

    private static int port(Map<String, String> settings, String key) {
        String text = settings.getOrDefault(key, USUAL.getOrDefault(key, "0")).strip();
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : LAST + 1;
        if (port > LAST) {
            throw new IllegalArgumentException(key + " must be in [0, 65535], got '" + text + "'");
        }
        return port;
    }
}
