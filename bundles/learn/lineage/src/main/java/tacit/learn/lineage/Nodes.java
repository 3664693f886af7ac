package tacit.learn.lineage;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import tacit.api.adapt.Skill;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Node;
import tacit.api.gate.Effect;
import tacit.api.generation.Generation;
import tacit.api.learn.EvalCase;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.ReplayCase;
import tacit.api.memory.MemoryRecord;
import tacit.api.trace.Trace;
import tacit.learn.conditions.WrittenRule;

/** How things look in a lineage. Pure functions. */
final class Nodes {

    private static final int LONGEST = 160;

    private Nodes() {}

    static Node of(Trace trace) {
        String agent = Objects.requireNonNullElse(trace.agent(), "an agent");
        String task = trace.taskKey() == null ? "" : ", task " + trace.taskKey();
        String under = trace.harnessGeneration() == null ? "" : ", under generation " + trace.harnessGeneration();
        return new Node(
                Kind.TRACE,
                trace.id(),
                "Run of " + agent + task + under,
                lower(trace.outcome().label()),
                trace.startedAt());
    }

    static Node of(MemoryRecord memory) {
        return new Node(Kind.MEMORY, memory.id(), line(memory.text()), lower(memory.state()), memory.createdAt());
    }

    static Node of(Skill skill) {
        String title = skill.current().content().name() + ", version "
                + skill.current().version();
        return new Node(Kind.SKILL, skill.name(), line(title), lower(skill.state()), skill.updatedAt());
    }

    private static String line(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    static Node of(FailureRecord failure) {
        return new Node(
                Kind.FAILURE,
                failure.id(),
                failure.finding().category() + " in trace " + failure.traceId(),
                lower(failure.finding().severity()),
                failure.occurredAt());
    }

    static Node of(FailureCluster cluster) {
        return new Node(Kind.CLUSTER, cluster.id(), cluster.title(), lower(cluster.state()), cluster.lastSeen());
    }

    static Node of(EvalCase evalCase) {
        return new Node(Kind.EVAL_CASE, evalCase.id(), evalCase.title(), null, evalCase.createdAt());
    }

    static Node of(ReplayCase replayCase) {
        String side = replayCase.older() ? "older" : "newer";
        return new Node(
                Kind.REPLAY_CASE,
                replayCase.id(),
                replayCase.title() + " (" + side + ")",
                lower(replayCase.state()),
                replayCase.createdAt());
    }

    static Node of(Experiment experiment) {
        return new Node(
                Kind.EXPERIMENT,
                experiment.id(),
                experiment.proposal().title() + ", by " + experiment.proposal().proposer(),
                lower(experiment.state()),
                experiment.changedAt());
    }

    static Optional<Node> verdict(Experiment experiment) {
        Experiment.Trial trial = experiment.trial();
        if (trial == null) {
            return Optional.empty();
        }
        Effect effect = trial.verdict().effect();
        String title = effect.fixed() + " fixed, " + effect.broken() + " broken of " + effect.cases() + " cases: "
                + trial.verdict().reason();
        return Optional.of(new Node(
                Kind.VERDICT, experiment.id(), title, lower(trial.verdict().decision()), trial.at()));
    }

    static Node of(Generation generation, boolean active) {
        return new Node(
                Kind.GENERATION,
                String.valueOf(generation.number()),
                "Generation " + generation.number(),
                active ? "in force" : "not in force",
                generation.createdAt());
    }

    static Node of(WrittenRule rule) {
        return new Node(Kind.GUARD_RULE, rule.id(), rule.sentence(), lower(rule.effect()), null);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
