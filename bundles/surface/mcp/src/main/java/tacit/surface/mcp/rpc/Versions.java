package tacit.surface.mcp.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The versions of the protocol that are spoken here. */
public final class Versions {

    /** The version that needs no handshake. */
    public static final String STATELESS = "2026-07-28";

    /** The last version that begins with a handshake. */
    public static final String LATEST_HANDSHAKE = "2025-11-25";

    /** What is spoken where a client names none. */
    public static final String ASSUMED = "2025-03-26";

    /** All, the last first. */
    public static final List<String> ALL = List.of(STATELESS, LATEST_HANDSHAKE, "2025-06-18", ASSUMED, "2024-11-05");

    private static final List<String> WITH_BATCHES = List.of(ASSUMED, "2024-11-05");

    private Versions() {}

    /** Whether a version begins with a handshake. */
    public static boolean handshakes(String version) {
        return ALL.contains(version) && !version.equals(STATELESS);
    }

    /** Whether a body may hold several messages. */
    public static boolean batches(String version) {
        return WITH_BATCHES.contains(version);
    }

    /** What is agreed on in a handshake. */
    public static String agreed(String wanted) {
        return handshakes(wanted) ? wanted : LATEST_HANDSHAKE;
    }

    /** Who answers. */
    public static ObjectNode server() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return Json.object()
                .put("name", "tacit")
                .put("title", "Tacit")
                .put("version", version == null ? "1.0.0" : version);
    }
}
