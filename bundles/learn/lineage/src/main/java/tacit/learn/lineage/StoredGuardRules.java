package tacit.learn.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiments;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardRules;
import tacit.api.store.Scope;
import tacit.learn.conditions.WrittenRule;
import tacit.pulse.guardrails.Limits;

/** Reads the rules in force from the generation in force. Keeps nothing. Thread-safe. */
@Component
public final class StoredGuardRules implements GuardRules {

    private final Generations generations;
    private final Experiments experiments;

    @Activate
    public StoredGuardRules(@Reference Generations generations, @Reference Experiments experiments) {
        this.generations = generations;
        this.experiments = experiments;
    }

    @Override
    public List<Rule> inForce(Scope scope) {
        List<Rule> rules = new ArrayList<>();
        Limits.ALL.forEach(limit -> rules.add(new Rule(
                "hard." + limit.rule(),
                limit.certain() ? GuardEffect.DENY : GuardEffect.ASK,
                null,
                limit.reason(),
                null,
                null)));
        GenerationRules known = new GenerationRules(generations);
        known.active().ifPresent(active -> GenerationRules.of(active).values().stream()
                .sorted(Comparator.comparing(WrittenRule::effect).reversed())
                .map(rule -> learned(scope, rule, known.since(active, rule.id())))
                .forEach(rules::add));
        return List.copyOf(rules);
    }

    private Rule learned(Scope scope, WrittenRule rule, Generation since) {
        Optional<Experiment> experiment =
                Optional.ofNullable(since.experimentId()).flatMap(id -> experiments.find(scope, id));
        return new Rule(
                rule.id(),
                rule.effect(),
                rule.condition(),
                rule.sentence(),
                since.number(),
                experiment.map(StoredGuardRules::origin).orElse(null));
    }

    private static Origin origin(Experiment experiment) {
        return new Origin(
                experiment.id(),
                experiment.proposal().title(),
                experiment.proposal().why(),
                experiment.proposal().evidence().size());
    }
}
