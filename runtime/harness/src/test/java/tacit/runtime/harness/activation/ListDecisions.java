package tacit.runtime.harness.activation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Keeps decisions in memory. */
public final class ListDecisions implements DecisionLog {

    /** A method of the samples. */
    public static final String METHOD = "template(String,String)";

    private final List<Decision> decisions = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    /** Lets every question to the log fail. */
    public ListDecisions broken() {
        broken = true;
        return this;
    }

    /** Adds a decision of a role. */
    public ListDecisions with(String role, String inputs, String output, int redactions, InnerCall... inner) {
        Situation situation = new Situation(role, METHOD, inputs, Instant.EPOCH, 7, List.of(inner));
        decisions.add(new Decision(
                "d" + decisions.size(), situation, output, "a".repeat(64), 1, Duration.ofMillis(1), redactions));
        return this;
    }

    @Override
    public boolean offer(Decision decision) {
        return decisions.add(decision);
    }

    @Override
    public Page<Decision> list(String role, PageRequest page) {
        if (broken) {
            throw new IllegalStateException("the database is away");
        }
        List<Decision> found = decisions.stream()
                .filter(decision -> decision.situation().role().equals(role))
                .toList();
        return new Page<>(found, 0, found.size());
    }

    @Override
    public Optional<Decision> find(String id) {
        return decisions.stream().filter(decision -> decision.id().equals(id)).findFirst();
    }

    @Override
    public long dropped() {
        return 0;
    }
}
