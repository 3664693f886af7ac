package tacit.api.recall;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/** Has documents that can be found; asked for all of them when the index is built anew. Registered as a service. Thread-safe. */
@ConsumerType
public interface DocumentSource {

    /** Its name for people, such as {@code memories}. */
    String name();

    /** Hands over all of its documents, some at a time. */
    void read(Consumer<List<SearchDocument>> batch);
}
