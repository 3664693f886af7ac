package tacit.adapt.learning;

import java.time.Clock;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;

/** Takes what users said of their runs out of the logs of weeks and out of the kit. Thread-safe. */
@Component
public final class FeedbackTexts implements EvidenceTexts {

    private final FeedbackFiles files;
    private final TraceStore traces;
    private final Clock clock;

    @Activate
    public FeedbackTexts(@Reference FeedbackFiles files, @Reference TraceStore traces, @Reference Clock clock) {
        this.files = files;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "feedback";
    }

    /** Texts in files are taken back where all files of memories are. */
    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return 0;
    }

    @Override
    public int forgetUser(Scope scope) {
        return files.forget(scope.workspaceId(), UserTraces.of(traces, scope), clock.instant());
    }

    @Override
    public OptionalLong heldOf(Scope scope) {
        Set<String> runs = UserTraces.of(traces, scope);
        return OptionalLong.of(files.held(scope.workspaceId(), runs));
    }
}
