package tacit.api.memory;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * Offers what it knows to the next prompt. A dropped-in bundle adds a source by filling {@code memory-source/<name>}.
 *
 * <p>Deterministic and stateless: what it knows lies in services of the host, such as {@link MemoryStore} and {@link
 * WorkspaceFiles}. It offers; what is shown, to whom and in which order is decided by the assembler.
 */
@Role(value = "memory-source", many = true)
@ConsumerType
public interface MemorySource {

    /** The name under which its fragments are attributed; stable over versions. */
    String name();

    /** What it has for this request, the best first; empty when nothing is relevant. */
    List<ContextFragment> fragments(ContextRequest request);
}
