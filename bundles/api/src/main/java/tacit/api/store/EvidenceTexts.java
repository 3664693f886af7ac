package tacit.api.store;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A store of evidence whose texts can be taken back: where a text stood, a tombstone with its SHA-256 stands then. Registered
 * as a service; asked again for the same after a failure. Thread-safe.
 */
@ConsumerType
public interface EvidenceTexts {

    /** The fewest characters of a text that is looked for everywhere; a shorter one goes with the spans that were named. */
    int SHORTEST_TEXT = 4;

    /** The name for reports, such as {@code traces}. */
    String name();

    /**
     * Takes texts back; returns after that is durable.
     *
     * @param spans {@code trace/span}: all texts of these go
     * @param texts these go wherever they stand in the evidence of the workspace, as they are or within JSON
     * @return how many rows changed
     */
    int forget(Scope scope, Collection<String> spans, Collection<String> texts);

    /** Takes back all texts of the user that the scope names; returns after that is durable. */
    int forgetUser(Scope scope);

    /**
     * Takes back what quotes such texts without naming whose they are, as copies do that were made while the texts were forgotten; returns
     * after that is durable. Called after {@link #forget} and {@link #forgetUser}, and again some minutes later; evidence of its own
     * stays.
     *
     * @param scope names a workspace
     * @param said the texts, or a part of them: then it is called again with the next part
     */
    default int forgetQuotes(Scope scope, Collection<String> said) {
        return 0;
    }

    /** Takes back what is kept of a workspace that forgets everything, where it is no evidence of a run; the runs stay. */
    default int forgetWorkspace(Scope scope) {
        return 0;
    }

    /**
     * What of the user that the scope names {@link #forgetUser} could not take back yet, and where it is: in words for a report,
     * with ids and without texts.
     */
    default List<String> leftOf(Scope scope) {
        return List.of();
    }

    /** How many rows or files hold what {@link #forgetUser} would take back; empty where that is not known before. */
    default OptionalLong heldOf(Scope scope) {
        return OptionalLong.empty();
    }
}
