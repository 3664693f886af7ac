package tacit.surface.proxy;

import tacit.api.http.Call;
import tacit.surface.proxy.wire.Wire;

/** Tells whose list of models is asked for: both kinds have it at the same place. Pure functions. */
final class Models {

    private Models() {}

    /** Clients of Anthropic always name the version of their protocol. */
    static Wire wire(Call call) {
        return call.header("anthropic-version").isPresent() ? Wire.ANTHROPIC_MODELS : Wire.OPENAI_MODELS;
    }
}
