package tacit.runtime.launcher.framework;

import java.util.Map;

/** The shell's command {@code shutdown}. */
public final class Shutdown {

    static final Map<String, String> PROPERTIES =
            Map.of("osgi.command.scope", "tacit", "osgi.command.function", "shutdown");

    private final Host host;

    Shutdown(Host host) {
        this.host = host;
    }

    /** Stops the host; the answer still reaches a caller from afar, since the stop runs on a thread of its own. */
    public void shutdown() {
        host.requestStop();
    }
}
