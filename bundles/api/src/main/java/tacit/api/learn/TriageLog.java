package tacit.api.learn;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/** Keeps what operators said about findings, and teaches it to the detectors that learn. Thread-safe. */
@ProviderType
public interface TriageLog {

    /** Keeps the statements; a later one on the same trace, span and kind replaces the earlier. */
    void add(Scope scope, List<Triage> statements);

    /** All statements that hold, oldest first. */
    List<Triage> list(Scope scope);
}
