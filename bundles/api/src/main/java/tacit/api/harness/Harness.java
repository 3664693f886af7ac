package tacit.api.harness;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What decides now. Thread-safe. */
@ProviderType
public interface Harness {

    /** Every role that is declared or provided, by name. */
    List<RoleStatus> roles();

    /** Takes the whole table once: a request that must see one consistent set of providers asks through this view. */
    HarnessView view();

    /** Calls that the sample took since the host started and that were not recorded: too many at once, or too large. */
    long unrecorded();

    /** What an operator should know now, such as a generation that could not start; empty when all is well. */
    List<String> alarms();
}
