package tacit.surface.proxy;

import org.jspecify.annotations.Nullable;
import tacit.surface.proxy.trace.Caller;
import tacit.surface.proxy.wire.RequestScan;

/** What the requests of one session have in common since the same words of its user. */
final class Turn {

    private Turn() {}

    /** Names it, by its words; null without a session. */
    static @Nullable String of(Caller caller, RequestScan scan) {
        String session = caller.session();
        return session == null
                ? null
                : caller.scope().workspaceId()
                        + '\0'
                        + caller.scope().userId()
                        + '\0'
                        + session
                        + '\0'
                        + scan.turns()
                        + '\0'
                        + scan.task();
    }
}
