package tacit.surface.proxy.wire;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Where in the bytes a parser stands. */
final class Places {

    private Places() {}

    /** The first byte of the value that the parser stands at. */
    static int begin(JsonParser parser) {
        return Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    }

    /** Behind the last byte of the value that the parser stands at. */
    static int end(JsonParser parser) throws IOException {
        parser.finishToken();
        return Math.toIntExact(parser.currentLocation().getByteOffset());
    }
}
