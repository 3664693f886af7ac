package tacit.api.guard;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Learns rules about tool calls from runs whose outcome is known. Keeps nothing. Thread-safe. */
@ProviderType
public interface GuardMiner {

    /**
     * Answers the rules that these runs support, those about every tool first; empty when nothing can be learned.
     *
     * <p>Support is counted in tasks, and the same histories give the same rules in whatever order they come. Nothing but
     * the histories and their outcomes is looked at.
     *
     * @throws IllegalArgumentException when two histories have the same trace id
     */
    List<GuardRule> mine(List<GradedHistory> histories);
}
