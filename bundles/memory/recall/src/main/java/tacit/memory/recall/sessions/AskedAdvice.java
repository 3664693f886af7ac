package tacit.memory.recall.sessions;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.Attempt;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Playbook;
import tacit.api.recall.RetryAdvice;
import tacit.api.recall.RetryGuidance;
import tacit.api.recall.RetryRequest;
import tacit.api.store.Scope;

/** Asks the playbook, where the agent is planning, and the guidance. Thread-safe. */
@Component(service = RetryAdvice.class)
public final class AskedAdvice implements RetryAdvice {

    private static final Logger log = LoggerFactory.getLogger(AskedAdvice.class);

    private static final int MOST_ENTRIES = 2;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable RetryGuidance guidance;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Playbook playbook;

    @Override
    public String advice(ContextRequest request, Attempt attempt) {
        RetryGuidance asked = guidance;
        if (asked == null) {
            return "";
        }
        Scope scope = new Scope(request.workspaceId(), request.audience().userId());
        RetryRequest bare = retry(scope, request, attempt, "");
        return bare.recovers() ? asked.guidance(retry(scope, request, attempt, lessons(scope, request, attempt))) : "";
    }

    private static RetryRequest retry(Scope scope, ContextRequest request, Attempt attempt, String lessons) {
        return new RetryRequest(
                scope,
                request.audience(),
                attempt.taskId(),
                request.task(),
                attempt.number(),
                attempt.most(),
                attempt.transientRetries(),
                attempt.reason(),
                attempt.recoveryClass(),
                attempt.pendingChecklist(),
                lessons,
                attempt.planning(),
                request.now());
    }

    // An edge: what fails here costs the lessons only
    private String lessons(Scope scope, ContextRequest request, Attempt attempt) {
        Playbook asked = playbook;
        if (asked == null || !attempt.planning()) {
            return "";
        }
        try {
            return asked.guidance(scope, request.audience(), request.task(), MOST_ENTRIES);
        } catch (RuntimeException e) {
            log.warn("Cannot ask the playbook for another attempt", e);
            return "";
        }
    }
}
