package tacit.surface.proxy.route;

import java.util.Map;
import tacit.surface.proxy.wire.Wire;

/**
 * What goes to an upstream. Immutable, as long as nobody changes the body.
 *
 * @param wire what is asked
 * @param path behind the upstream's address, with its query
 * @param headers of the caller, those that are passed on; never its token
 * @param body as it is sent; empty for a question without one
 */
@SuppressWarnings("ArrayRecordComponent")
public record Asked(Wire wire, String path, Map<String, String> headers, byte[] body) {

    public Asked {
        headers = Map.copyOf(headers);
    }
}
