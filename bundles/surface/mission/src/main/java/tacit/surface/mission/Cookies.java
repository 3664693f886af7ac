package tacit.surface.mission;

import java.util.Optional;
import tacit.api.http.Call;

/** What the browser holds of its session. */
final class Cookies {

    private static final String NAME = "tacit_mission";
    private static final String KEPT = "; Path=/mission; HttpOnly; SameSite=Strict";

    private Cookies() {}

    /** The value that was sent. */
    static Optional<String> sent(Call call) {
        for (String pair : call.header("Cookie").orElse("").split(";", -1)) {
            String[] parts = pair.strip().split("=", 2);
            if (parts.length == 2 && parts[0].equals(NAME) && !parts[1].isEmpty()) {
                return Optional.of(parts[1]);
            }
        }
        return Optional.empty();
    }

    /** The header that has the browser keep it, by TLS only where the page came by TLS. */
    static String keep(String id, boolean secure) {
        return NAME + "=" + id + KEPT + (secure ? "; Secure" : "");
    }

    /** The header that takes it away. */
    static String drop() {
        return NAME + "=" + KEPT + "; Max-Age=0";
    }
}
