package tacit.surface.gateway.rest.observe;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.TraceCounts;
import tacit.api.trace.TraceStore;

/** A store of two workspaces with seven traces each, two of which failed; none waits. */
final class TwoWorkspaces {

    TraceStore store() {
        return (TraceStore) Proxy.newProxyInstance(
                TraceStore.class.getClassLoader(),
                new Class<?>[] {TraceStore.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "workspaces" -> List.of("shop", "yard");
                    case "counts" -> new TraceCounts(7, 0, Map.of(OutcomeLabel.FAILURE, 2L), Map.of());
                    case "pending" -> List.of();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
