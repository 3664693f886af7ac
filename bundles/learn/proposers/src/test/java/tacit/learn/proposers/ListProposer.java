package tacit.learn.proposers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposer;
import tacit.api.store.Scope;

/** Proposes what a test says, and remembers what it was told. */
public final class ListProposer implements Proposer {

    public final List<Context> told = new ArrayList<>();
    private final String name;
    private final Function<Context, Answer> answers;

    public ListProposer(String name, Function<Context, Answer> answers) {
        this.name = name;
        this.answers = answers;
    }

    /** One that proposes the same each time, whatever became of it. */
    public static ListProposer of(String name, Proposal... proposals) {
        return new ListProposer(name, context -> new Answer(List.of(proposals), 0, List.of()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Answer propose(Scope scope, Context context) {
        told.add(context);
        return answers.apply(context);
    }
}
