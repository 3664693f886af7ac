package tacit.api.pulse;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/** Reads the checklist of a workspace, {@code .cowork/HEARTBEAT.md}. The host asks once for each revision of the file. */
@Role("checklist")
@ConsumerType
public interface Checklist {

    /**
     * The points under its headings, in their order; the same point under the same heading once.
     *
     * @param markdown at most 100,000 characters
     */
    List<ChecklistItem> parse(String markdown);
}
