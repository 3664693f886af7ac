package tacit.surface.gateway.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Forgetting;
import tacit.api.memory.ForgettingReport;
import tacit.api.store.Scope;

/** Writes down what it is asked, and forgets nothing. */
final class FakeForgetting implements Forgetting {

    final List<String> asked = new ArrayList<>();

    @Nullable
    RuntimeException refusal;

    @Override
    public ForgettingReport preview(Scope scope) {
        return report(false, "preview " + scope.userId());
    }

    @Override
    public ForgettingReport forget(Scope scope, String by) {
        return report(true, "forget " + scope.userId() + " by " + by);
    }

    @Override
    public ForgettingReport purge(String by) {
        return report(true, "purge by " + by);
    }

    private ForgettingReport report(boolean done, String what) {
        if (refusal != null) {
            throw refusal;
        }
        asked.add(what);
        return new ForgettingReport(done, new TreeMap<>(Map.of("memories/profile", 7L)), List.of("'files' later"));
    }
}
