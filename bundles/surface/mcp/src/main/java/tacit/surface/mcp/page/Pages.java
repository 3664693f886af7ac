package tacit.surface.mcp.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.surface.mcp.rpc.Caller;

/** What can be read below one scheme of addresses. Registered as a service. Thread-safe. */
public interface Pages {

    /** The scheme, such as {@code memory}. */
    String scheme();

    /** Addresses with gaps, as clients are told of them. */
    List<ObjectNode> templates();

    /**
     * Some of the pages that the caller may read.
     *
     * @param place where the list goes on; null for its beginning
     * @throws IllegalArgumentException when it is no such place
     */
    Listed list(Caller caller, @Nullable String place);

    /** What stands at an address; empty when the caller may read nothing there. */
    Optional<ObjectNode> read(Caller caller, String uri);

    /**
     * A part of a list.
     *
     * @param pages as clients are told of them
     * @param next where the list goes on; null at its end
     */
    record Listed(List<ObjectNode> pages, @Nullable String next) {

        public Listed {
            pages = List.copyOf(pages);
        }
    }
}
