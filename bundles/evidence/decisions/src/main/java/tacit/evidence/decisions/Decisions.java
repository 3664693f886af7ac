package tacit.evidence.decisions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tacit.api.harness.Decision;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;
import tacit.api.store.TextRemoval;

/** Takes words out of a decision that is not written yet. */
final class Decisions {

    private Decisions() {}

    static Optional<Decision> without(Decision decision, TextRemoval removal) {
        Situation asked = decision.situation();
        List<InnerCall> inner = asked.inner().stream()
                .map(call -> new InnerCall(
                        call.target(), call.method(), removal.in(call.inputs()), removal.in(call.output())))
                .toList();
        Situation left = new Situation(
                asked.role(), asked.method(), removal.in(asked.inputs()), asked.clock(), asked.seed(), inner);
        Decision kept = new Decision(
                decision.id(),
                left,
                removal.in(decision.output()),
                decision.providerSha256(),
                decision.generation(),
                decision.took(),
                decision.redactions());
        return texts(kept).anyMatch(removal::spoils) ? Optional.empty() : Optional.of(kept);
    }

    private static Stream<String> texts(Decision decision) {
        return Stream.concat(
                Stream.of(decision.situation().inputs(), decision.output()),
                decision.situation().inner().stream().flatMap(call -> Stream.of(call.inputs(), call.output())));
    }
}
