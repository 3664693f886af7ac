package tacit.api.learn;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;

/** Asks every detector about a trace and makes records of what they saw. Writes nothing. Thread-safe. */
@ProviderType
public interface FailureMiner {

    /**
     * Mines one trace; the same trace and the same triage give the same records.
     *
     * <p>Tacit's own runs and designed gating are never failures, and injected context is not looked at.
     */
    List<FailureRecord> mine(Scope scope, RecordedTrace trace);
}
