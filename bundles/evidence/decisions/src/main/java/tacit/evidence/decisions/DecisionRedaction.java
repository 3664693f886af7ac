package tacit.evidence.decisions;

import com.fasterxml.jackson.core.JsonFactory;
import java.util.ArrayList;
import java.util.List;
import tacit.api.harness.Decision;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;
import tacit.api.ingest.Redactor;

/** Takes the secrets out of a decision: out of the question, of what was asked inside it, and of the answer. */
final class DecisionRedaction {

    private final JsonFactory factory;
    private final Redactor redactor;

    DecisionRedaction(JsonFactory factory, Redactor redactor) {
        this.factory = factory;
        this.redactor = redactor;
    }

    /**
     * Answers the decision without secrets.
     *
     * @throws IllegalArgumentException when a text of it is no JSON, so that nobody can tell what is in it
     */
    Decision redact(Decision decision) {
        JsonRedaction texts = new JsonRedaction(factory, redactor);
        Situation asked = decision.situation();
        List<InnerCall> inner = new ArrayList<>();
        for (InnerCall call : asked.inner()) {
            inner.add(new InnerCall(
                    call.target(), call.method(), texts.redact(call.inputs()), texts.redact(call.output())));
        }
        Situation clean = new Situation(
                asked.role(), asked.method(), texts.redact(asked.inputs()), asked.clock(), asked.seed(), inner);
        String output = texts.redact(decision.output());
        return new Decision(
                decision.id(),
                clean,
                output,
                decision.providerSha256(),
                decision.generation(),
                decision.took(),
                decision.redactions() + texts.count());
    }
}
