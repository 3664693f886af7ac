package tacit.learn.proposers.guards;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposer;
import tacit.api.generation.Artifact;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.guard.CallHistories;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.GuardMiner;
import tacit.api.guard.GuardRule;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust;
import tacit.learn.conditions.WrittenRule;
import tacit.learn.proposers.Checked;

/** Proposes rules of the guard that graded runs of older tasks support. Thread-safe; keeps nothing. */
@Component
@Designate(ocd = GuardProposer.Config.class)
public final class GuardProposer implements Proposer {

    static final String NAME = "guard-mining";
    private static final String ROLE = OlderTasks.ROLE;

    private final Generations generations;
    private final Artifacts artifacts;
    private final BundleTrust trust;
    private final ReplayCases cases;
    private final TraceStore traces;
    private final GuardMiner miner;
    private final GradedRuns runs;
    private final int mostRules;

    /** How much is looked at. */
    @ObjectClassDefinition(name = "Tacit proposals of guard rules")
    public @interface Config {

        @AttributeDefinition(
                description = "Runs of each outcome that are looked at, the newest first, in [10, 100000]",
                min = "10",
                max = "100000")
        int most_runs() default 2_000;

        @AttributeDefinition(description = "Rules of one proposal, in [1, 50]", min = "1", max = "50")
        int most_rules() default 8;
    }

    @Activate
    public GuardProposer(
            @Reference Generations generations,
            @Reference Artifacts artifacts,
            @Reference BundleTrust trust,
            @Reference ReplayCases cases,
            @Reference TraceStore traces,
            @Reference CallHistories histories,
            @Reference GuardMiner miner,
            Config config) {
        this.generations = generations;
        this.artifacts = artifacts;
        this.trust = trust;
        this.cases = cases;
        this.traces = traces;
        this.miner = miner;
        runs = new GradedRuns(traces, histories, Checked.within("most.runs", config.most_runs(), 10, 100_000));
        mostRules = Checked.within("most.rules", config.most_rules(), 1, 50);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer propose(Scope scope, Context context) {
        Optional<RuleSetting> setting = generations.active().flatMap(this::setting);
        if (setting.isEmpty()) {
            return Answer.nothing("No guard is in force that has the setting " + RuleSetting.KEY);
        }
        String place = setting.get().place();
        if (context.claimed(place) || context.claimed("role:" + ROLE)) {
            return Answer.nothing("An experiment under way would change the guard");
        }
        List<GradedHistory> histories = runs.of(scope, new OlderTasks(cases, traces, scope));
        List<GuardRule> mined = miner.mine(histories);
        List<GuardRule> chosen = new RuleChoice(setting.get(), context, mostRules).choose(mined);
        if (chosen.isEmpty() || context.mostProposals() == 0) {
            return Answer.nothing("No new rule follows from " + histories.size() + " runs; " + mined.size()
                    + " were found and are in force, were refused or did harm");
        }
        return new Answer(List.of(proposal(setting.get(), chosen, histories.size())), 0, List.of());
    }

    private Optional<RuleSetting> setting(Generation active) {
        Artifact guard = active.roles().get(ROLE);
        if (guard == null || !artifacts.contains(guard.sha256())) {
            return Optional.empty();
        }
        Optional<BundleFacts> facts = Optional.ofNullable(trust.examine(
                        artifacts.read(guard.sha256()),
                        artifacts.statement(guard.sha256()).orElse(null),
                        BundleTrust.Moment.START)
                .facts());
        return facts.flatMap(known -> RuleSetting.of(active, known, ROLE));
    }

    private static Proposal proposal(RuleSetting setting, List<GuardRule> rules, int runs) {
        return new Proposal(
                Proposal.ChangeKind.GUARD,
                setting.adding(rules.stream().map(WrittenRule::of).toList()),
                ROLE,
                RuleWords.title(rules),
                RuleWords.why(rules, runs),
                RuleWords.evidence(rules),
                null,
                Proposer.RULE + NAME);
    }
}
