package tacit.memory.context;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextFragment;

/** What all sources offered to one request, and what became of it before the layers saw it. Confined to one call. */
final class Offered {

    private final List<ContextFragment> fragments = new ArrayList<>();
    private final List<ContextExplanation.Line> refused = new ArrayList<>();
    private final List<ContextExplanation.Failure> failures = new ArrayList<>();

    void add(List<ContextFragment> offered, Admittance admittance) {
        for (ContextFragment fragment : offered) {
            admittance
                    .refusal(fragment)
                    .ifPresentOrElse(reason -> refused.add(unseen(fragment, reason)), () -> fragments.add(fragment));
        }
    }

    // Even its key could say what the audience must not know
    private static ContextExplanation.Line unseen(ContextFragment fragment, String reason) {
        return new ContextExplanation.Line("", fragment.source(), "none", false, 0, 0, new TreeMap<>(), reason);
    }

    void failed(String source, String reason) {
        failures.add(new ContextExplanation.Failure(source, reason));
    }

    List<ContextFragment> fragments() {
        return fragments;
    }

    ContextExplanation explained(ContextExplanation explanation) {
        return explanation.with(refused, failures);
    }
}
