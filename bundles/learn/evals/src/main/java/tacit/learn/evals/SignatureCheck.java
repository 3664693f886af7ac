package tacit.learn.evals;

import java.util.LinkedHashMap;
import java.util.Map;
import tacit.api.learn.Signature;

/** Writes the condition that a run must meet: a failure with this signature does not occur in it. */
final class SignatureCheck {

    static final String TYPE = "signature_absent";

    private SignatureCheck() {}

    static Map<String, String> of(Signature signature) {
        Map<String, String> check = new LinkedHashMap<>();
        check.put("type", TYPE);
        check.put("operation", signature.operation());
        if (signature.tool() != null) {
            check.put("tool", signature.tool());
        }
        check.put("category", signature.category());
        check.put("template", signature.template());
        return check;
    }
}
