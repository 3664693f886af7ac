package tacit.api.pulse;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What operators see of the triggers. Thread-safe. */
@ProviderType
public interface Triggers {

    /** Every trigger that an operator configured, by id. */
    List<TriggerStatus> status();

    /** The kinds that active bundles provide, in order. */
    List<String> kinds();
}
