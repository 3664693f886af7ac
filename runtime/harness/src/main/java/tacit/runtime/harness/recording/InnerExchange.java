package tacit.runtime.harness.recording;

import java.util.Objects;
import tacit.api.harness.Calls;
import tacit.api.harness.InnerCall;

/**
 * What was asked of somebody else. Immutable.
 *
 * @param target the role or the interface
 * @param exchange the question and the answer
 */
record InnerExchange(String target, Exchange exchange) {

    InnerExchange {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(exchange, "exchange");
    }

    InnerCall asCall(Calls calls) {
        return new InnerCall(target, calls.name(exchange.method()), exchange.inputs(), exchange.output());
    }
}
