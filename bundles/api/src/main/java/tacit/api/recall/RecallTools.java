package tacit.api.recall;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** All tools that are switched on, by their names. Thread-safe. */
@ProviderType
public interface RecallTools {

    /** The tools that can be called, by name; of one that is switched off nobody is told. */
    List<RecallTool> list();

    /**
     * Calls a tool. One that fails answers nothing, with the failure.
     *
     * @throws IllegalArgumentException when there is no such tool, or the arguments are not what it takes
     * @throws ToolDisabledException when it is switched off
     */
    ToolAnswer call(String name, ToolCall call);
}
