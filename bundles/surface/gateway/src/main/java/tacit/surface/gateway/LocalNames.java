package tacit.surface.gateway;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows the names of this machine, so that a foreign page whose name resolves to it is turned away. */
final class LocalNames {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private LocalNames() {}

    /** Whether a Host header names this machine. */
    static boolean host(@Nullable String header) {
        if (header == null) {
            return false;
        }
        return NAMES.contains(withoutPort(header));
    }

    /** The name in a Host header, in lower case. */
    static String withoutPort(String header) {
        String name = header.trim().toLowerCase(Locale.ROOT);
        int port = name.indexOf(':', name.startsWith("[") ? name.indexOf(']') + 1 : 0);
        return port < 0 ? name : name.substring(0, port);
    }

    /** Whether a page of this origin may call; programs send none. */
    static boolean origin(@Nullable String header) {
        if (header == null) {
            return true;
        }
        try {
            return host(URI.create(header.trim()).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
